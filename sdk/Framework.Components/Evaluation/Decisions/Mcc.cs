using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Matthews correlation coefficient (Matthews 1975), for several classes by Gorodkin (2004): -1 to 1.</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each question over the rows whose target is known, and their mean.
/// 0 where all calls are the same, not defined where all targets are.
/// </remarks>
/// <param name="options">The interval, if any.</param>
public sealed class Mcc(FigureOptions options) : FigureMetric("mcc", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfQuestions(predictions, cohort, new(ClassScores.Matthews));
}
