using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Share of positives that are called positive: the sensitivity, by the name that goes with precision.</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each label and class over the rows whose target is known, and their average.
/// </remarks>
/// <param name="options">The average and the interval, if any.</param>
public sealed class Recall(ProportionOptions options) : FigureMetric("recall", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfLabels(predictions, cohort, options.Average, new(calls => calls.Sensitivity) { Trial = (present, called) => present ? called : null });
}
