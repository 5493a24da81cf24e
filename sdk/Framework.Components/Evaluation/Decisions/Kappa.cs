using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Agreement of calls and targets beyond chance (Cohen 1960, 1968): 1 is full agreement, 0 what chance gives.</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each question over the rows whose target is known, and their mean.
/// With weights, a group has a figure only where it is ordered: where its classes are grades.
/// </remarks>
/// <param name="options">The weights and the interval, if any.</param>
public sealed class Kappa(KappaOptions options) : FigureMetric("kappa", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfQuestions(predictions, cohort, new(calls => ClassScores.Kappa(calls, options.Weights)), options.Weights == KappaWeights.None ? null : question => question.IsOrdered || !question.IsGroup);
}
