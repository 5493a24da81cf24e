using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>multi-view</c>.</summary>
/// <example>{ use: multi-view, views: 2, encoder: { use: resnext, depth: 50 }, heads: { canal: 4, bulge: 2 } }</example>
public sealed record MultiViewOptions
{
    /// <summary>How many views the channels hold, each as many channels as the others.</summary>
    [Range(1, 64)]
    public int Views { get; init; } = 2;

    /// <summary>The network that turns each view into a feature vector, with weights of its own for each: resnet, resnext or densenet.</summary>
    public required IModelFactory Encoder { get; init; }

    /// <summary>Several outputs by name, each with its number of values, for a loss over several tasks. Without it there is one output with a value for each label.</summary>
    [MinLength(1)]
    [Range(1, 65536)]
    public IReadOnlyDictionary<string, int>? Heads { get; init; }

    /// <summary>The share of joined features set to 0 before the last layers, in training only.</summary>
    [Range(0, 0.99)]
    public double Dropout { get; init; }
}
