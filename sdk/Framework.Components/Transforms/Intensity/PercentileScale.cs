using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Intensity;

/// <summary>A straight line that brings two percentiles of the values to two figures (MONAI's ScaleIntensityRangePercentiles).</summary>
public sealed record PercentileScale
{
    /// <summary>The lower percentile, 0 to 100; linear between values, as numpy has it. Default: 1.</summary>
    [Range(0.0, 100.0)]
    public double Lower { get; init; } = 1;

    /// <summary>The upper percentile, 0 to 100. Default: 99.</summary>
    [Range(0.0, 100.0)]
    public double Upper { get; init; } = 99;

    /// <summary>What the lower percentile becomes. Default: 0.</summary>
    public double Low { get; init; }

    /// <summary>What the upper percentile becomes. Default: 1.</summary>
    public double High { get; init; } = 1;

    /// <summary>Whether values beyond become <see cref="Low"/> and <see cref="High"/>. Default: true.</summary>
    public bool Clip { get; init; } = true;
}
