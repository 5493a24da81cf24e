using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Share of right calls.</summary>
/// <remarks>
/// A label of its own counts as present from its threshold on (0.5 where none was fixed), a class where its output is the greatest of its question.
/// One figure for each question over the rows whose target is known, and their mean.
/// </remarks>
/// <param name="options">The interval, if any.</param>
public sealed class Accuracy(QuestionOptions options) : FigureMetric("accuracy", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfQuestions(predictions, cohort, new(calls => calls.Within(0) / calls.Total) { Hit = (truth, called) => truth == called });
}
