using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation;

/// <summary>An interval around a metric's figures.</summary>
public sealed record ConfidenceOptions
{
    /// <summary>How the interval is made. Default: bootstrap.</summary>
    public ConfidenceMethod Method { get; init; } = ConfidenceMethod.Bootstrap;

    /// <summary>Level of the interval. Default: 0.95.</summary>
    [Range(0.5, 0.999)]
    public double Level { get; init; } = 0.95;

    /// <summary>What is independent of each other: drawn, or taken together by formulas. Default: subject.</summary>
    public ConfidenceUnit By { get; init; } = ConfidenceUnit.Subject;

    /// <summary>Number of resampled cohorts of bootstrap and bca. Default: 1000.</summary>
    [Range(100, 100_000)]
    public int Resamples { get; init; } = 1000;
}
