namespace Framework.Components.Audit;

/// <summary>A label that a model which never saw it does not believe.</summary>
/// <param name="Row">The row of the table.</param>
/// <param name="Label">The column.</param>
/// <param name="Margin">Probability of the label as given less that of the other class: -1 for certainly wrong, 1 for certainly right.</param>
/// <param name="IsConfident">Whether the other class is as probable as it usually is for cases that have it.</param>
public sealed record SuspectLabel(int Row, int Label, double Margin, bool IsConfident);
