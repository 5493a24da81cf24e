namespace Framework.Components.Decisions;

/// <summary>The lowest threshold that clears at least so large a share of the validation part's negatives: the best sensitivity at that specificity.</summary>
/// <param name="options">The specificity.</param>
public sealed class FixedSpecificityThreshold(FixedRateOptions options) : IThresholdRule
{
    /// <inheritdoc />
    public double Fit(ValidationQuestion question) => OperatingPoint.Of(question).Last(point => point.Specificity >= options.At).Threshold;
}
