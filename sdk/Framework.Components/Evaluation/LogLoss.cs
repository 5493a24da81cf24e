using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation;

/// <summary>Mean cross-entropy in nats; probabilities are clipped to [1e-15, 1 - 1e-15].</summary>
/// <remarks>
/// Binary for each label over the rows whose target is known, with the mean of those that are defined. For a question with several classes it is the
/// logarithm of the true class's share of their outputs.
/// </remarks>
/// <param name="options">The interval, if any.</param>
public sealed class LogLoss(FigureOptions options) : FigureMetric("log-loss", higherIsBetter: false, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) => LabelPlans.OfMeans(
        predictions,
        cohort,
        LogLossTerms.Of,
        (question, row, truth) => LogLossTerms.OfClass([.. question.Labels.Select(label => predictions.Output(row, label))], truth)).Make(predictions, cohort);
}
