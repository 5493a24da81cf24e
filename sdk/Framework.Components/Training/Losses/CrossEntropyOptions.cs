using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>cross-entropy</c>.</summary>
/// <example>{ use: cross-entropy, weights: balanced }</example>
public sealed record CrossEntropyOptions
{
    /// <summary>How much a case counts by its class: none, balanced (cases / (classes x cases of the class) of the training part), or by_label. Default: none.</summary>
    public ClassWeights Weights { get; init; } = new();

    /// <summary>Share of the target that is spread over all classes, 0 to 1. Default: 0.</summary>
    [Range(0.0, 0.999)]
    public double LabelSmoothing { get; init; }
}
