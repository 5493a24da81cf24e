namespace Framework.Components.Evaluation.Decisions;

/// <summary>Positive and negative predictive values, as they are and at another prevalence by Bayes' rule.</summary>
internal static class PredictiveValues
{
    public static LabelScore Positive { get; } = new(calls => calls.Precision)
    {
        InAverage = calls => calls.TruePositives + calls.FalsePositives > 0 ? calls.Precision : calls.Positives > 0 ? 0 : double.NaN,
        Trial = (present, called) => called ? present : null,
    };

    public static LabelScore Negative { get; } = new(calls => calls.NegativePredictiveValue)
    {
        InAverage = calls => calls.TrueNegatives + calls.FalseNegatives > 0 ? calls.NegativePredictiveValue : calls.Negatives > 0 ? 0 : double.NaN,
        Trial = (present, called) => called ? null : !present,
    };

    public static LabelScore PositiveAt(double prevalence) => new(calls =>
    {
        var right = calls.Sensitivity * prevalence;
        return right / (right + ((1 - calls.Specificity) * (1 - prevalence)));
    });

    public static LabelScore NegativeAt(double prevalence) => new(calls =>
    {
        var right = calls.Specificity * (1 - prevalence);
        return right / (right + ((1 - calls.Sensitivity) * prevalence));
    });
}
