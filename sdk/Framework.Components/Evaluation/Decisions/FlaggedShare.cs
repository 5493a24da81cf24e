using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Share of all rows that are called positive: of patients, how many a triage would put in front.</summary>
/// <remarks>
/// A label of its own counts as called from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each label and class over the rows whose target is known, and their average. Neither more nor less is better by itself; less is, at the same sensitivity.
/// </remarks>
/// <param name="options">The average and the interval, if any.</param>
public sealed class FlaggedShare(ProportionOptions options) : FigureMetric("flagged-share", higherIsBetter: false, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfLabels(predictions, cohort, options.Average, new(calls => (calls.TruePositives + calls.FalsePositives) / calls.Total) { Trial = (_, called) => called });
}
