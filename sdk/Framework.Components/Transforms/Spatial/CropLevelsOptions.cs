using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>crop-levels</c> and <c>crop-level</c>.</summary>
/// <example>{ use: crop-level, levels: [L1-L2, L2-L3, L3-L4, L4-L5, L5-S1], plane: sagittal, size: [96, 96], spacing: [0.5, 0.5, 4], slices: 5 }</example>
public sealed record CropLevelsOptions
{
    /// <summary>The landmarks at the discs' centres, from head to tail. The direction of the spine there is that from <c>L4-L5 below</c> to <c>L4-L5 above</c> where <c>name-levels</c> has put these, else along the line through a level's neighbours.</summary>
    [MinLength(2)]
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>How the crop lies. Default: sagittal.</summary>
    public LevelPlane Plane { get; init; }

    /// <summary>Width and height of the crop along x and y, in millimetres.</summary>
    [Length(2, 2)]
    public required IReadOnlyList<double> Size { get; init; }

    /// <summary>Millimetres between the crop's voxels along x, y and z.</summary>
    [Length(3, 3)]
    public required IReadOnlyList<double> Spacing { get; init; }

    /// <summary>
    /// Millimetres, towards the patient's back and along the disc, from the disc's centre to the crop's: what a level is graded by, its canal and foramina and facet joints, lies 20 to 45 mm
    /// behind the centre. Default: 0, the disc in the middle.
    /// </summary>
    [Range(-200.0, 200.0)]
    public double Behind { get; init; }

    /// <summary>Slices of the crop, the disc's centre in the middle one. Default: 1.</summary>
    [Range(1, 1024)]
    public int Slices { get; init; } = 1;

    /// <summary>How values between voxels are made. Default: linear.</summary>
    public Sampling Interpolation { get; init; }

    /// <summary>What is shown where the image has ended. Default: zeros.</summary>
    public Edge Padding { get; init; }
}
