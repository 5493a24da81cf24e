using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>crop</c>.</summary>
public sealed record CropOptions
{
    /// <summary>The greatest number of voxels along each axis, (y, x) or (z, y, x); 0 keeps an axis whole. With two, a volume keeps its slices.</summary>
    [Length(2, 3)]
    public required IReadOnlyList<int> Size { get; init; }

    /// <summary>Where the block is taken. Default: center.</summary>
    public CropPlace At { get; init; }
}
