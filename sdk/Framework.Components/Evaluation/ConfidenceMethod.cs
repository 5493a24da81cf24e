namespace Framework.Components.Evaluation;

/// <summary>How an interval is made.</summary>
public enum ConfidenceMethod
{
    /// <summary>Percentiles of the figure over resampled cohorts (Efron 1979).</summary>
    Bootstrap,

    /// <summary>Percentiles over resampled cohorts, corrected for bias and skewness (Efron 1987); better where figures lie near their limit.</summary>
    Bca,

    /// <summary>For AUROC, by formula (DeLong 1988), with the rows of a subject taken together (Obuchowski 1997). Not for averages over labels.</summary>
    Delong,

    /// <summary>For proportions, by formula (Wilson 1927), with the design effect of subjects that have several rows. Not for averages over labels.</summary>
    Wilson,
}
