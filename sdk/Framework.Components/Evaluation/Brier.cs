using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation;

/// <summary>Mean squared difference between probability and outcome (Brier 1950).</summary>
/// <remarks>
/// One figure for each label over the rows whose target is known, and the mean of those that are defined. For a question with several classes the
/// squares are summed over its classes, as Brier did: 0 to 2.
/// </remarks>
/// <param name="options">The interval, if any.</param>
public sealed class Brier(FigureOptions options) : FigureMetric("brier", higherIsBetter: false, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) => LabelPlans.OfMeans(
        predictions,
        cohort,
        (target, output) => (output - target) * (output - target),
        (question, row, truth) => question.Labels.Select((label, at) => predictions.Output(row, label) - (at == truth ? 1 : 0)).Sum(error => error * error)).Make(predictions, cohort);
}
