using System.ComponentModel.DataAnnotations;
using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Options of <c>gaussian-noise</c>.</summary>
/// <example>{ use: gaussian-noise, deviation: 0..0.1, probability: 0.3 }</example>
public sealed record GaussianNoiseOptions
{
    /// <summary>The noise's mean, in the image's values. Default: 0.</summary>
    public double Mean { get; init; }

    /// <summary>Its standard deviation in the image's values, at least 0: a number, or a range from which one is drawn evenly for each image. Default: 0..0.1.</summary>
    public Interval Deviation { get; init; } = new(0, 0.1);

    /// <summary>How often, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;
}
