using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Share of positives among those that are called positive, at the cohort's prevalence or at a stated one (Altman and Bland 1994).</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each label and class over the rows whose target is known, and their average.
/// Where nothing is called positive it is not defined; in an average it then counts 0 if there are positives.
/// </remarks>
/// <param name="options">The prevalence, the average and the interval, if any.</param>
public sealed class PositivePredictiveValue(PredictiveValueOptions options) : FigureMetric("ppv", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfLabels(predictions, cohort, options.Average, options.Prevalence is { } share ? PredictiveValues.PositiveAt(share) : PredictiveValues.Positive);
}
