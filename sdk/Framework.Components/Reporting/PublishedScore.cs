namespace Framework.Components.Reporting;

/// <summary>A figure that a publication reports.</summary>
/// <param name="Metric">Name of the metric here: <c>auroc</c>.</param>
/// <param name="Label">The label; null for a figure over all.</param>
/// <param name="Value">The figure.</param>
/// <param name="Note">What differs.</param>
/// <param name="Source">The paper, and the table or figure in it; empty where it is not said.</param>
public sealed record PublishedScore(string Metric, string? Label, double Value, string Note, string Source = "")
{
    /// <summary>Whether it is the same figure.</summary>
    internal bool IsOf(Score score) => Metric == score.Metric.Name && Label == score.Metric.Label;
}
