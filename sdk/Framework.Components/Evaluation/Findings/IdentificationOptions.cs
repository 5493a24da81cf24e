using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Options of <c>identification-rate</c>.</summary>
/// <example>{ use: identification-rate, distance: 10 }</example>
public sealed record IdentificationOptions : FindingOptions
{
    /// <summary>How far from the true place a finding may lie, in millimetres. Default: 20, as in VerSe.</summary>
    [Range(1e-3, 1e3)]
    public double Distance { get; init; } = 20;
}
