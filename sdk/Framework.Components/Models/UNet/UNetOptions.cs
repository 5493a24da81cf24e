using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>unet</c>.</summary>
public sealed record UNetOptions : NetworkOptions
{
    /// <summary>Classes, with the background; one output channel each. Without it there is a channel for each of the masks' classes, or for each label where no masks are asked for.</summary>
    [Range(1, 4096)]
    public int? Classes { get; init; }

    /// <summary>Channels of the five levels from the finest to the coarsest, then those before the last convolution; MONAI's by default.</summary>
    [Length(6, 6)]
    [Range(2, 4096)]
    public IReadOnlyList<int> Features { get; init; } = [32, 32, 64, 128, 256, 32];

    /// <summary>The share of values set to 0 after each normalisation, in training only.</summary>
    [Range(0, 0.99)]
    public double Dropout { get; init; }
}
