using Framework.Components.Evaluation;
using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>A metric value with where it comes from.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Split"><c>validate</c> or <c>test</c>.</param>
/// <param name="Control">The control; null for the run itself.</param>
/// <param name="Metric">The value.</param>
public sealed record Score(string Stage, string Split, string? Control, MetricValue Metric)
{
    /// <summary>How much it varies over folds; null where there are fewer than two.</summary>
    public Spread? Folds { get; init; }

    /// <summary>What two scores that can be compared have in common.</summary>
    internal (string, string, string, string, string?) Place => (Stage, Split, Metric.At, Metric.Name, Metric.Label);
}
