using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation;

/// <summary>Area under the receiver operating characteristic: the chance that a positive scores above a negative, ties counting half.</summary>
/// <remarks>
/// One figure for each label over the rows whose target is known, a class of a question against the others, and their average over those that are defined.
/// </remarks>
/// <param name="options">The average and the interval, if any.</param>
public sealed class Auroc(AurocOptions options) : FigureMetric("auroc", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) => LabelPlans.Of(
        predictions,
        cohort,
        options.Average,
        rows => new RankedRows(rows).Auroc,
        (rows, level) => new DeLong(rows, cohort.Units).Interval(level)).Make(predictions, cohort);
}
