using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Options of <c>ppv</c> and <c>npv</c>.</summary>
public sealed record PredictiveValueOptions : MetricOptions
{
    /// <summary>How the figures of several labels, or of the classes of one question, become one. Default: macro.</summary>
    public Average Average { get; init; }

    /// <summary>The share of positives where the model would be used; that of the predicted cases where not given, which says little of a cohort that was enriched.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? Prevalence { get; init; }

    private protected override ConfidenceMethod? Formula => Prevalence is null ? ConfidenceMethod.Wilson : null;
}
