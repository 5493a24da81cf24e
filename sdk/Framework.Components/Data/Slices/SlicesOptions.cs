using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Slices;

/// <summary>Options of <c>slices</c>.</summary>
/// <example>{ use: slices, of: { use: cohort, root: /data/swi, tables: [cohort.csv], subject: patient, images: { image: swi, mask: bleeds } }, neighbours: 1, label: microbleed }</example>
public sealed record SlicesOptions
{
    /// <summary>The source of the volumes.</summary>
    public required IDataSource Of { get; init; }

    /// <summary>Slices on each side that become channels around the slice's own; beyond the volume its last slice again. Masks have none. Default: 0.</summary>
    [Range(0, 64)]
    public int Neighbours { get; init; }

    /// <summary>The name of the slices' label: 1 where the mask has any voxel above 0 in the slice, 0 where it has none, missing where the volume has no mask. Default: object.</summary>
    [MinLength(1)]
    public string Label { get; init; } = "object";

    /// <summary>The image that the label follows. Default: mask.</summary>
    [MinLength(1)]
    public string Mask { get; init; } = "mask";
}
