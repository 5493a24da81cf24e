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

    /// <summary>Millimetres between its voxels along x, y and z.</summary>
    [Length(3, 3)]
    public required IReadOnlyList<double> Spacing { get; init; }
}
