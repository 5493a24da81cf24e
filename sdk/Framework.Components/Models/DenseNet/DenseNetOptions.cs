using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>densenet</c>.</summary>
public sealed record DenseNetOptions : ClassifierOptions
{
    /// <summary>Number of layers: 121, 169 or 201.</summary>
    [AllowedValues(121, 169, 201)]
    public int Depth { get; init; } = 121;

    /// <summary>
    /// Channels that each layer adds; 32 in the paper. The first convolution has twice as many, the layers' inner convolutions four times.
    /// Smaller networks are quicker to train.
    /// </summary>
    [Range(2, 256)]
    public int Growth { get; init; } = 32;
}
