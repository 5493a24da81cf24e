using System.ComponentModel.DataAnnotations;
using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Options of <c>intensity-shift</c>.</summary>
/// <example>{ use: intensity-shift, offset: -0.1..0.1, unit: range, probability: 0.3 }</example>
public sealed record IntensityShiftOptions
{
    /// <summary>What is added: a number, or a range from which one is drawn evenly.</summary>
    public required Interval Offset { get; init; }

    /// <summary>What the offset is measured in. Default: the image's values.</summary>
    public ShiftUnit Unit { get; init; }

    /// <summary>How often, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;
}
