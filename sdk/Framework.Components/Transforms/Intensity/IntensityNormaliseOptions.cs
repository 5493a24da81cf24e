namespace Framework.Components.Transforms.Intensity;

/// <summary>Options of <c>intensity-normalise</c>.</summary>
/// <example>{ use: intensity-normalise, non_zero: true }</example>
public sealed record IntensityNormaliseOptions
{
    /// <summary>Scales between percentiles instead; without it, values get mean 0 and standard deviation 1 (z-score). Default: none.</summary>
    public PercentileScale? Percentiles { get; init; }

    /// <summary>Whether zeros neither count nor change: of scans that are 0 outside the body (MONAI's <c>nonzero</c>). Default: false.</summary>
    public bool NonZero { get; init; }

    /// <summary>The image of the sample that marks, by values above 0, which values count: <c>mask</c>, <c>mask-brain</c>. All are changed. Default: all count.</summary>
    public string? Mask { get; init; }

    /// <summary>Whether each channel has figures of its own; else all channels share them. Default: true.</summary>
    public bool PerChannel { get; init; } = true;
}
