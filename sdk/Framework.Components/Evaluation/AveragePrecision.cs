using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation;

/// <summary>Area under the precision-recall curve, summed without interpolation: the mean of the precisions at each positive, ties taken together.</summary>
/// <remarks>
/// One figure for each label over the rows whose target is known, a class of a question against the others, and their average over those that are defined.
/// </remarks>
/// <param name="options">The average and the interval, if any.</param>
public sealed class AveragePrecision(AveragedOptions options) : FigureMetric("average-precision", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        LabelPlans.Of(predictions, cohort, options.Average, rows => new RankedRows(rows).AveragePrecision).Make(predictions, cohort);
}
