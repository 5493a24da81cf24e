using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>One view of a disc.</summary>
public sealed record LevelView
{
    /// <summary>The image that it is cut out of; each lies where its geometry says. Default: image.</summary>
    [MinLength(1)]
    public string Image { get; init; } = Sample.ImageName;

    /// <summary>How the view lies. Default: sagittal.</summary>
    public LevelPlane Plane { get; init; }

    /// <summary>Millimetres from the disc's centre to the view's, towards the patient's back and along the disc. Default: 0, the disc in the middle.</summary>
    [Range(-200.0, 200.0)]
    public double Behind { get; init; }

    /// <summary>Millimetres between its voxels along x, y and z.</summary>
    [Length(3, 3)]
    public required IReadOnlyList<double> Spacing { get; init; }
}
