using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>slice</c>; exactly one of <see cref="Index"/>, <see cref="Position"/> and <see cref="LargestOf"/> is given.</summary>
/// <example>{ use: slice, largest_of: mask, neighbours: 1 }</example>
public sealed record SliceOptions
{
    /// <summary>The slice's number from 0; below 0 from the last one, which is -1. Default: none.</summary>
    public int? Index { get; init; }

    /// <summary>Where the slice lies, from 0 (the first) to 1 (the last); the nearest one is taken. Default: none.</summary>
    [Range(0.0, 1.0)]
    public double? Position { get; init; }

    /// <summary>The mask whose greatest number of voxels above 0 decides; the first such slice. Default: none.</summary>
    public string LargestOf { get; init; } = "";

    /// <summary>Slices on each side that become channels around the slice's own; beyond the volume its last slice again. Masks have none. Default: 0.</summary>
    [Range(0, 64)]
    public int Neighbours { get; init; }
}
