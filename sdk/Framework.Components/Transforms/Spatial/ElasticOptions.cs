using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>elastic</c>.</summary>
public sealed record ElasticOptions
{
    /// <summary>Distance between control points, in millimetres: what is much smaller moves as a whole. Default: 32.</summary>
    [Range(1.0, 1000.0)]
    public double Spacing { get; init; } = 32;

    /// <summary>Greatest displacement of a control point along each axis either way, drawn evenly, in millimetres; at most 0.4 of the spacing, so that nothing folds (Choi and Lee 2000).</summary>
    [Range(0.0, 400.0)]
    public required double Magnitude { get; init; }

    /// <summary>What is shown where the image has ended. Default: zeros.</summary>
    public Edge Padding { get; init; }

    /// <summary>How values between voxels are made. Default: linear.</summary>
    public Sampling Interpolation { get; init; }

    /// <summary>How often, 0 to 1. Default: 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 0.5;
}
