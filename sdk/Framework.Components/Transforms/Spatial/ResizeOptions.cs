using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>resize</c>.</summary>
public sealed record ResizeOptions
{
    /// <summary>Rows and columns of the result, (y, x), or slices too, (z, y, x), in voxels. With two, a volume keeps its slices.</summary>
    [Length(2, 3)]
    public required IReadOnlyList<int> Size { get; init; }

    /// <summary>How values between pixels are made. Default: bilinear-antialiased.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.BilinearAntialiased;
}
