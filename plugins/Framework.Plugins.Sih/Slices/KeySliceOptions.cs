using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Series;

namespace Framework.Plugins.Sih.Slices;

/// <summary>Options of <c>sih.key-slice</c>.</summary>
/// <example>{ use: sih.key-slice, plane: coronal, from: 0.3, to: 0.5 }</example>
public sealed record KeySliceOptions : IValidatableObject
{
    /// <summary>How the slices lie: axial or coronal. A volume that lies otherwise is refused.</summary>
    public required SeriesPlane Plane { get; init; }

    /// <summary>Where the search begins, as a share of the head's extent: of axial slices 0 is the lowest and 1 the vertex, of coronal ones 0 the front and 1 the back.</summary>
    [Range(0.0, 1.0)]
    public required double From { get; init; }

    /// <summary>Where the search ends.</summary>
    [Range(0.0, 1.0)]
    public required double To { get; init; }

    /// <summary>What is head: voxels above this share of the volume's 99th percentile.</summary>
    [Range(0.01, 0.9)]
    public double Threshold { get; init; } = 0.2;

    /// <summary>A slice shows the head where its area is at least this share of the greatest slice's.</summary>
    [Range(0.01, 0.9)]
    public double LeastArea { get; init; } = 0.1;

    /// <summary>Where the shell begins in which dura and sinuses lie: millimetres below the skin.</summary>
    [Range(0.0, 100.0)]
    public double ShellFrom { get; init; } = 8;

    /// <summary>Where the shell ends: millimetres below the skin.</summary>
    [Range(0.0, 100.0)]
    public double ShellTo { get; init; } = 24;

    /// <summary>The share of the shell's voxels, the brightest ones, whose mean counts as enhancement.</summary>
    [Range(0.001, 1.0)]
    public double Brightest { get; init; } = 0.1;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Plane is not (SeriesPlane.Axial or SeriesPlane.Coronal))
            yield return new ValidationResult("'plane' is axial or coronal.", [nameof(Plane)]);
        if (From >= To)
            yield return new ValidationResult("'to' must be greater than 'from'.", [nameof(To)]);
        if (ShellFrom >= ShellTo)
            yield return new ValidationResult("'shell_to' must be greater than 'shell_from'.", [nameof(ShellTo)]);
    }
}
