using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Ensembles;

/// <summary>Options of <c>weighted-mean</c>.</summary>
/// <example>{ use: weighted-mean, weights: { axial: 2, coronal: 1 } }</example>
public sealed record WeightedMeanOptions
{
    /// <summary>
    /// The weight of each stage that is read, at least 0; they are scaled to add up to 1. Default: none given; the weights are then those of the least
    /// log loss on the cases that the stage is fitted on.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public IReadOnlyDictionary<string, double>? Weights { get; init; }
}
