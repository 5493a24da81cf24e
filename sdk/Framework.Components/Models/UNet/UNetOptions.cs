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

    /// <summary>
    /// Outputs for whole images beside those for voxels, by name, each with its number of values: linear layers on the coarsest level's features, averaged over the image, for a loss over
    /// several tasks: <c>{ grade: 5 }</c>. Names are letters, digits and '_'; <c>logits</c> is the voxels'. Default: none.
    /// </summary>
    [MinLength(1)]
    [Range(1, 65536)]
    public IReadOnlyDictionary<string, int>? Heads { get; init; }

    /// <summary>The share of values set to 0 after each normalisation, in training only.</summary>
    [Range(0, 0.99)]
    public double Dropout { get; init; }
}
