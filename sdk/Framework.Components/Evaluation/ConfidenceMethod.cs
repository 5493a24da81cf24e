namespace Framework.Components.Evaluation;

/// <summary>How an interval is made.</summary>
public enum ConfidenceMethod
{
    /// <summary>Percentiles of the figure over resampled cohorts (Efron 1979).</summary>
    Bootstrap,
}
