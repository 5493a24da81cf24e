using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>focal</c>.</summary>
/// <example>{ use: focal, gamma: 2, alpha: 0.25 }</example>
public sealed record FocalOptions
{
    /// <summary>How fast cases that are right already stop counting, 0 (not at all) to 10. Default: 2, as in the paper.</summary>
    [Range(0.0, 10.0)]
    public double Gamma { get; init; } = 2;

    /// <summary>Weight of positives of labels that are no classes, above 0 and below 1; negatives weigh the rest to 1 (0.25 in the paper). Default: both weigh 1.</summary>
    [Range(1e-6, 0.999_999)]
    public double? Alpha { get; init; }

    /// <summary>Of labels that are classes, how much a case counts by its class: none, balanced (cases / (classes x cases of the class)), or by_label. Default: none.</summary>
    public ClassWeights Weights { get; init; } = new();
}
