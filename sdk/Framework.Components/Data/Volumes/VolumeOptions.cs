using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Volumes;

/// <summary>How a volume file is read.</summary>
public sealed record VolumeOptions
{
    /// <summary>Which volume of a file with more than three axes, from 0; absent: each volume becomes a channel.</summary>
    [Range(0, int.MaxValue)]
    public int? Volume { get; init; }

    /// <summary>What becomes of voxels that are not a number or infinite: <c>refuse</c>, <c>zero</c> or <c>keep</c>. Default: <c>refuse</c>.</summary>
    public NonFinite NonFinite { get; init; } = NonFinite.Refuse;

    /// <summary>A file that declares more voxels is refused before anything is inflated or allocated. Default: 536,870,912 (2 GiB of floats).</summary>
    [Range(1, int.MaxValue)]
    public int MaximumVoxels { get; init; } = 1 << 29;
}
