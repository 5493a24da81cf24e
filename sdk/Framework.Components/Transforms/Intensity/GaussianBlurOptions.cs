using System.ComponentModel.DataAnnotations;
using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Options of <c>gaussian-blur</c>.</summary>
/// <example>{ use: gaussian-blur, sigma: [0.25..1.5], probability: 0.2 }</example>
/// <example>{ use: gaussian-blur, sigma: [1, 1, 0], unit: millimetres }</example>
public sealed record GaussianBlurOptions
{
    /// <summary>Standard deviation along x, y and z, at least 0; a single one serves all axes. Each a number, or a range from which one is drawn evenly.</summary>
    [MinLength(1)]
    [MaxLength(3)]
    public required IReadOnlyList<Interval> Sigma { get; init; }

    /// <summary>What sigma is measured in. Default: voxels.</summary>
    public LengthUnit Unit { get; init; }

    /// <summary>What lies beyond the image's edge. Default: the value at the edge. MONAI's GaussianSmooth has zeros there.</summary>
    public Edge Padding { get; init; } = Edge.Border;

    /// <summary>How often, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;
}
