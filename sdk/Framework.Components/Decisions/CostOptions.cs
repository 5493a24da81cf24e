using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Decisions;

/// <summary>Options of <c>cost</c>.</summary>
/// <example>{ use: cost, false_negative: 5, false_positive: 1 }</example>
public sealed record CostOptions
{
    /// <summary>What a missed positive costs, above 0, in any unit.</summary>
    [Range(1e-12, 1e12)]
    public required double FalseNegative { get; init; }

    /// <summary>What a false alarm costs, above 0, in the same unit.</summary>
    [Range(1e-12, 1e12)]
    public required double FalsePositive { get; init; }

    /// <summary>The share of positives where the model will be used, in (0, 1). Default: that of the validation part.</summary>
    [Range(1e-9, 0.999_999_999)]
    public double? Prevalence { get; init; }
}
