namespace Framework.Components.Evaluation.Figures;

/// <summary>What a figure is of, and what it rests on.</summary>
/// <param name="Label">The label, or the question whose classes it joins; null for the figure over all.</param>
/// <param name="Count">Rows.</param>
/// <param name="Positives">Rows with a positive target; null where that has no meaning.</param>
/// <param name="Subjects">Subjects of those rows.</param>
internal sealed record FigureBasis(string? Label, int Count, int? Positives, int Subjects);
