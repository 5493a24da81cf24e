using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation;

/// <summary>Options of <c>net-benefit</c>.</summary>
/// <example>{ use: net-benefit, threshold: 0.1 }</example>
public sealed record NetBenefitOptions : MetricOptions
{
    /// <summary>The probability from which one would act: 0.1 says that one true positive is worth nine false ones.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public required double Threshold { get; init; }
}
