namespace Framework.Components.Evaluation.Findings;

/// <summary>What every metric of findings takes.</summary>
public abstract record FindingOptions : MetricOptions
{
    /// <summary>
    /// Where cases are slices: how their findings become objects of the whole series, for figures of series beside those of slices. Default: none, slices alone.
    /// </summary>
    public JoinOptions? Join { get; init; }
}
