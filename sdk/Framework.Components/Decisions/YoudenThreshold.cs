namespace Framework.Components.Decisions;

/// <summary>The threshold with the greatest sensitivity + specificity on the validation cases (Youden 1950); of equally good ones the highest.</summary>
public sealed class YoudenThreshold : IThresholdRule
{
    /// <inheritdoc />
    public double Fit(ValidationQuestion question) => OperatingPoint.Best(question, point => ((double)point.Found * point.Negatives) - ((double)point.Alarms * point.Positives));
}
