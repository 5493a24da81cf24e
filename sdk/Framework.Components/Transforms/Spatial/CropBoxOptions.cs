using System.ComponentModel.DataAnnotations;
using Framework.Components.Transforms.Intensity;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>crop-box</c>.</summary>
/// <example>{ use: crop-box, low: [40, 60], high: [200, 220] }</example>
public sealed record CropBoxOptions
{
    /// <summary>The label of the box; the first one that has it. Default: the sample's first box.</summary>
    public string Label { get; init; } = "";

    /// <summary>The lower corner of a given box, instead of one of the sample's: voxels of the image as they are counted from 0, (y, x) or (z, y, x); or millimetres (x, y, z), RAS+.</summary>
    [Length(2, 3)]
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>The upper corner of a given box, as <c>low</c> is given: the first voxel that is left out. With (y, x) a volume keeps its slices.</summary>
    [Length(2, 3)]
    public IReadOnlyList<double>? High { get; init; }

    /// <summary>What <c>low</c> and <c>high</c> are given in: voxels of the image as this transform finds it, or millimetres in the patient. Default: voxels.</summary>
    public LengthUnit Unit { get; init; } = LengthUnit.Voxels;

    /// <summary>What is kept around the box on each side, in millimetres. Default: 0.</summary>
    [Range(0.0, 1000.0)]
    public double Margin { get; init; }
}
