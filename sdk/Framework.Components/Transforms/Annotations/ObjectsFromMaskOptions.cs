using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Annotations;

/// <summary>Options of <c>objects-from-mask</c>.</summary>
/// <example>{ use: objects-from-mask, of: mask, classes: [bleed], least_pixels: 3 }</example>
public sealed record ObjectsFromMaskOptions
{
    /// <summary>The image of classes whose connected parts become objects. Default: mask.</summary>
    public string Of { get; init; } = "mask";

    /// <summary>What the values 1, 2... stand for: the objects' names; 0 is the background.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>
    /// Whether the values number the objects, as label volumes do: every value above 0 is an object of the only class, in one part or several. Default: false.
    /// </summary>
    public bool Numbered { get; init; }

    /// <summary>Parts of fewer pixels become no object, at least 1. Default: 1.</summary>
    [Range(1, int.MaxValue)]
    public int LeastPixels { get; init; } = 1;
}
