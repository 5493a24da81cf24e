using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Loading;

/// <summary>The objects that a detector learns from: a case's boxes and, where it has them, masks.</summary>
/// <remarks>
/// A box of the sample is brought onto the image's grid; where nothing of it is left, the object is left out. With masks an object's box is the smallest that holds its
/// mask on that grid, and an object without any pixel left is left out.
/// </remarks>
public sealed record ObjectOptions
{
    /// <summary>The name of the image with masks: one channel for each of the sample's boxes, in their order; above 0 is the object.</summary>
    public const string MaskName = "mask-objects";

    /// <summary>The names of boxes, in the order of the detector's classes: the first is class 1; 0 is the background.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether objects have masks. Default: false.</summary>
    public bool Masks { get; init; }

    /// <summary>The most objects in one image, 1 to 10,000; memory is set aside for them. Default: 64.</summary>
    [Range(1, 10_000)]
    public int Most { get; init; } = 64;

    /// <summary>The most that one image's objects take, as they wait and as tensors.</summary>
    internal long Bytes(IReadOnlyList<int> shape) => 2L * Most * ((4 * sizeof(float)) + sizeof(long) + (Masks ? (long)shape[^2] * shape[^1] : 0));
}
