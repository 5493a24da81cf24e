using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Splits;

/// <summary>Options of <c>leave-one-site-out</c>.</summary>
/// <example>{ use: leave-one-site-out, validate: 0.1 }</example>
public sealed record LeaveOneSiteOutOptions
{
    /// <summary>Share of each fold's training subjects that epochs and thresholds are chosen on, alike in labels and sites. Default: 0, no such part.</summary>
    [Range(0.0, 0.9)]
    public double Validate { get; init; }
}
