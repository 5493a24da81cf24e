namespace Framework.Components.Decisions;

/// <summary>The threshold of the least expected cost of errors on the validation cases; of equally cheap ones the highest.</summary>
/// <remarks>Cost of a case: prevalence x (1 - sensitivity) x cost of a missed positive + (1 - prevalence) x (1 - specificity) x cost of a false alarm.</remarks>
/// <param name="options">Both costs, and the prevalence.</param>
public sealed class CostThreshold(CostOptions options) : IThresholdRule
{
    /// <inheritdoc />
    public double Fit(ValidationQuestion question)
    {
        var prevalence = options.Prevalence ?? (question.Targets.ToArray().Count(target => target > 0.5) / (double)question.Count);
        return OperatingPoint.Best(
            question,
            point => -((prevalence * (1 - point.Sensitivity) * options.FalseNegative) + ((1 - prevalence) * (1 - point.Specificity) * options.FalsePositive)));
    }
}
