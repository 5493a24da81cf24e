using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>resnet</c>.</summary>
public sealed record ResNetOptions : ClassifierOptions
{
    /// <summary>Number of layers: 18, 34, 50, 101 or 152.</summary>
    [AllowedValues(18, 34, 50, 101, 152)]
    public int Depth { get; init; } = 34;

    /// <summary>Channels of the first stage, each later stage has twice as many; 64 in the paper. Smaller networks are quicker to train.</summary>
    [Range(4, 1024)]
    public int Width { get; init; } = 64;
}
