using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Decisions;

/// <summary>Options of <c>fixed-sensitivity</c> and <c>fixed-specificity</c>.</summary>
/// <example>{ use: fixed-sensitivity, at: 0.95 }</example>
public sealed record FixedRateOptions
{
    /// <summary>The least that the validation cases must have of it, above 0 and at most 1.</summary>
    [Range(1e-9, 1)]
    public required double At { get; init; }
}
