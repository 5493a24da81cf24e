using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>spacing</c>.</summary>
/// <example>{ use: spacing, millimetres: [1, 1, 1] }</example>
public sealed record SpacingOptions
{
    /// <summary>Millimetres between voxel centres along x, y and z; 0 keeps an axis as it is. In 2-D the third is not looked at.</summary>
    [Length(2, 3)]
    public required IReadOnlyList<double> Millimetres { get; init; }

    /// <summary>How values between voxels are made. Default: linear, without a filter where voxels get larger, as MONAI and SimpleITK have it.</summary>
    public Sampling Interpolation { get; init; }

    /// <summary>What is shown where the image has ended: at most half a new voxel. Default: border.</summary>
    public Edge Padding { get; init; } = Edge.Border;
}
