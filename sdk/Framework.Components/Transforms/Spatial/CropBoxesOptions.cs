using System.ComponentModel.DataAnnotations;
using Framework.Components.Evaluation.Findings;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>crop-boxes</c>.</summary>
/// <example>{ use: crop-boxes, size: [8, 32, 32], from: detect, join: { least_score: 0.2 }, most: 32, whole: true, slabs: 4 }</example>
public sealed record CropBoxesOptions : IValidatableObject
{
    /// <summary>Voxels of each crop, (y, x) for slices or (z, y, x) for volumes, the middle of its box in its middle.</summary>
    [Length(2, 3)]
    public required IReadOnlyList<int> Size { get; init; }

    /// <summary>The earlier stage whose boxes are taken, from the highest score to the lowest. Default: the sample's own boxes, in their order.</summary>
    public string From { get; init; } = "";

    /// <summary>How findings of neighbouring slices become one object, of which one crop is made. Default: each is cropped by itself.</summary>
    public JoinOptions? Join { get; init; }

    /// <summary>Boxes of this label alone. Default: of any.</summary>
    public string Label { get; init; } = "";

    /// <summary>The most boxes that are taken, the first ones, at least 1. Default: all.</summary>
    [Range(1, 65_536)]
    public int? Most { get; init; }

    /// <summary>
    /// Whether the whole image, resampled to the crops' size, comes first, so that no bag is empty: a case without boxes is an error otherwise. Default: false.
    /// </summary>
    public bool Whole { get; init; }

    /// <summary>
    /// Of a volume, how many slabs of equal thickness along z the whole image is divided into, at least 1: each is an instance resampled to the crops' size, which
    /// so shows that many times finer slices. Default: 1.
    /// </summary>
    [Range(1, 256)]
    public int Slabs { get; init; } = 1;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Slabs > 1 && !Whole)
            yield return new ValidationResult("'slabs' divides the whole image, which is no instance. Add 'whole: true', or leave it out.", [nameof(Slabs)]);
        if (Slabs > 1 && Size.Count == 2)
            yield return new ValidationResult("'slabs' lie along z, and a 'size' (y, x) is for single slices. Leave it out.", [nameof(Slabs)]);
    }
}
