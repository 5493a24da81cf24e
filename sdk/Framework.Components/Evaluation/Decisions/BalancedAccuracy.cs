using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Mean over the classes that are there of the share of their rows that are called so; of a label of its own, the mean of sensitivity and specificity.</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each question over the rows whose target is known, and their mean.
/// </remarks>
/// <param name="options">The interval, if any.</param>
public sealed class BalancedAccuracy(FigureOptions options) : FigureMetric("balanced-accuracy", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfQuestions(predictions, cohort, new(ClassScores.BalancedAccuracy));
}
