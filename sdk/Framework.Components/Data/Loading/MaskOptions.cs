using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Loading;

/// <summary>The masks that a network learns to segment from: the class of each voxel.</summary>
/// <example>{ classes: [background, vertebra, disc] }</example>
public sealed record MaskOptions : IValidatableObject
{
    /// <summary>Class numbers fit a byte: label maps are written so.</summary>
    private const int MostClasses = 256;

    /// <summary>The names of the classes; the first is the background.</summary>
    [Length(2, MostClasses)]
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The value that stands for each class in the mask, such as [0, 255]. Default: 0, 1, 2...</summary>
    public IReadOnlyList<int> Values { get; init; } = [];

    /// <summary>The name of the sample's image that is the mask; it begins with <c>mask</c>. Default: mask.</summary>
    public string Image { get; init; } = "mask";

    /// <summary>Whether a case may have no mask: its voxels do not count then. Default: false.</summary>
    public bool Optional { get; init; }

    /// <summary>The classes without the background.</summary>
    internal IReadOnlyList<string> Foreground => [.. Classes.Skip(1)];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Values.Count > 0 && (Values.Count != Classes.Count || Values.Distinct().Count() != Values.Count))
            yield return new ValidationResult($"'values' needs a different number for each of the {Classes.Count} classes; it has {Values.Count}.", [nameof(Values)]);
        if (Classes.Distinct().Count() != Classes.Count)
            yield return new ValidationResult("'classes' names a class twice. Give each a name of its own.", [nameof(Classes)]);
        if (!Sample.IsMask(Image))
            yield return new ValidationResult($"'image' names '{Image}', whose values would be mixed when a grid changes. Give it a name that begins with 'mask'.", [nameof(Image)]);
    }
}
