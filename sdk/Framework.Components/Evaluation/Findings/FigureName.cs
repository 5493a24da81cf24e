namespace Framework.Components.Evaluation.Findings;

/// <summary>What a figure is.</summary>
/// <param name="Name">The metric's name, with an ending where it gives several: <c>dice-sd</c>.</param>
/// <param name="Class">The class that it is for.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
internal sealed record FigureName(string Name, string Class, bool HigherIsBetter = true);
