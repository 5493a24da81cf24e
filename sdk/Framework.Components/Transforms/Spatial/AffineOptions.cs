using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>affine</c>: MONAI 1.1's parameters of Affine and RandAffine, each a number or a range such as <c>-0.1..0.1</c>.</summary>
/// <example>{ use: affine, rotate: [-0.26..0.26, 0, 0], translate: [-10..10, -10..10, -10..10], scale: [0.9..1.1, 0.9..1.1, 0.9..1.1], probability: 0.5 }</example>
public sealed record AffineOptions
{
    /// <summary>Rotations about the axes x, y and z, in radians; in 2-D one. Default: none.</summary>
    public IReadOnlyList<Interval> Rotate { get; init; } = [];

    /// <summary>Shears, rows of the shear matrix without its diagonal: xy, xz, yx, yz, zx, zy; in 2-D xy, yx. Default: none.</summary>
    public IReadOnlyList<Interval> Shear { get; init; } = [];

    /// <summary>Shifts of what is looked at along x, y and z, in voxels: the picture moves the other way. In 2-D two. Default: none.</summary>
    public IReadOnlyList<Interval> Translate { get; init; } = [];

    /// <summary>Size of what is looked at along x, y and z: above 1 the picture gets smaller. In 2-D two. Default: 1 each.</summary>
    public IReadOnlyList<Interval> Scale { get; init; } = [];

    /// <summary>What is shown where the image has ended. Default: zeros.</summary>
    public Edge Padding { get; init; }

    /// <summary>How values between voxels are made. Default: linear.</summary>
    public Sampling Interpolation { get; init; }

    /// <summary>How often, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;
}
