using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Optimizers;

/// <summary>Options of <c>sgd</c>.</summary>
public sealed record SgdOptions
{
    /// <summary>Learning rate, above 0; the schedule multiplies it.</summary>
    [Range(1e-12, 100.0)]
    public required double LearningRate { get; init; }

    /// <summary>Share of the last step that goes on. Default: 0.</summary>
    [Range(0.0, 0.999999)]
    public double Momentum { get; init; }

    /// <summary>Look ahead along the momentum (Nesterov); needs a momentum above 0. Default: false.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Weight decay, added to the gradient. Default: 0.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; }
}
