using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Share of negatives among those that are called negative, at the cohort's prevalence or at a stated one (Altman and Bland 1994).</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each label and class over the rows whose target is known, and their average.
/// Where nothing is called negative it is not defined; in an average it then counts 0 if there are negatives.
/// </remarks>
/// <param name="options">The prevalence, the average and the interval, if any.</param>
public sealed class NegativePredictiveValue(PredictiveValueOptions options) : FigureMetric("npv", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfLabels(predictions, cohort, options.Average, options.Prevalence is { } share ? PredictiveValues.NegativeAt(share) : PredictiveValues.Negative);
}
