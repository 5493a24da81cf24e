using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Options of <c>histogram-shift</c>.</summary>
/// <example>{ use: histogram-shift, control_points: 10, probability: 0.3 }</example>
public sealed record HistogramShiftOptions
{
    /// <summary>Points of the curve, both ends included: more of them bend it more often. Default: 10.</summary>
    [Range(3, 256)]
    public int ControlPoints { get; init; } = 10;

    /// <summary>How often, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;
}
