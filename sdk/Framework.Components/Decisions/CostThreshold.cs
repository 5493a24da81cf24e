namespace Framework.Components.Decisions;

/// <summary>The threshold of the least expected cost of errors on the validation cases; of equally cheap ones the highest.</summary>
/// <remarks>Cost of a case: prevalence x (1 - sensitivity) x cost of a missed positive + (1 - prevalence) x (1 - specificity) x cost of a false alarm.</remarks>
/// <param name="options">Both costs, and the prevalence.</param>
public sealed class CostThreshold(CostOptions options) : IThresholdRule
{
    /// <inheritdoc />
    public double Fit(ValidationQuestion question)
    {
        // At the validation part's own prevalence every error weighs what it costs, and sums of them are as exact as the costs.
        double Miss(OperatingPoint point) => options.Prevalence is { } share ? share / point.Positives : 1;
        double Alarm(OperatingPoint point) => options.Prevalence is { } share ? (1 - share) / point.Negatives : 1;
        return OperatingPoint.Best(
            question,
            point => -(((point.Positives - point.Found) * Miss(point) * options.FalseNegative) + (point.Alarms * Alarm(point) * options.FalsePositive)));
    }
}
