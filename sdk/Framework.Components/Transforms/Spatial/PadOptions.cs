using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>pad</c>.</summary>
/// <example>{ use: pad, size: [260, 260, 240] }</example>
public sealed record PadOptions
{
    /// <summary>The least number of voxels along each axis, (y, x) or (z, y, x); 0 asks for nothing. With two, a volume keeps its slices. Default: none.</summary>
    public IReadOnlyList<int> Size { get; init; } = [];

    /// <summary>Each number of voxels is brought to the next multiple of this, after <see cref="Size"/>: (y, x) or (z, y, x); 1 asks for nothing. Default: none.</summary>
    public IReadOnlyList<int> Multiple { get; init; } = [];

    /// <summary>What the new voxels hold. Default: constant.</summary>
    public PaddingMode Mode { get; init; }

    /// <summary>The constant, in the image's units; masks get 0. Default: 0.</summary>
    [Range(float.MinValue, float.MaxValue)]
    public double Value { get; init; }
}
