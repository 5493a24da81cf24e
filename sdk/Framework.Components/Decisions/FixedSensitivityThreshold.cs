namespace Framework.Components.Decisions;

/// <summary>The highest threshold that finds at least so large a share of the validation part's positives: the best specificity at that sensitivity.</summary>
/// <param name="options">The sensitivity.</param>
public sealed class FixedSensitivityThreshold(FixedRateOptions options) : IThresholdRule
{
    /// <inheritdoc />
    public double Fit(ValidationQuestion question) => OperatingPoint.Of(question).First(point => point.Sensitivity >= options.At).Threshold;
}
