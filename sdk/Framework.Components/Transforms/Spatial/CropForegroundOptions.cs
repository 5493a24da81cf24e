using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>crop-foreground</c>.</summary>
public sealed record CropForegroundOptions
{
    /// <summary>The image whose foreground counts: <c>image</c>, <c>mask</c>... Default: image.</summary>
    public string Of { get; init; } = Sample.ImageName;

    /// <summary>Values above this are foreground, in that image's units. Default: 0.</summary>
    public double Threshold { get; init; }

    /// <summary>What is kept around the foreground on each side, in millimetres. Default: 0.</summary>
    [Range(0.0, 1000.0)]
    public double Margin { get; init; }
}
