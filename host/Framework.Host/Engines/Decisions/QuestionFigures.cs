namespace Framework.Host.Engines.Decisions;

/// <summary>The calibration of one question.</summary>
/// <param name="Name">The label's or the group's name.</param>
/// <param name="Labels">Its columns.</param>
/// <param name="Figures">What was fitted; the component knows what they mean.</param>
internal sealed record QuestionFigures(string Name, IReadOnlyList<string> Labels, IReadOnlyList<double> Figures);
