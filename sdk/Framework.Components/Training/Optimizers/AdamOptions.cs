using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Optimizers;

/// <summary>Options of <c>adam</c> and <c>adamw</c>.</summary>
public sealed record AdamOptions
{
    /// <summary>Learning rate, above 0; the schedule multiplies it.</summary>
    [Range(1e-12, 100.0)]
    public required double LearningRate { get; init; }

    /// <summary>Decay of the running mean of gradients. Default: 0.9.</summary>
    [Range(0.0, 0.999999)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the running mean of squared gradients. Default: 0.999.</summary>
    [Range(0.0, 0.999999)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the denominator. Default: 1e-8.</summary>
    [Range(0.0, 1.0)]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Weight decay: with <c>adam</c> added to the gradient, with <c>adamw</c> taken from the weights directly. Default: 0.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; }
}
