using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Share of calls at most one grade off.</summary>
/// <remarks>
/// For questions whose classes are grades: groups that are ordered. Others have no figure.
/// One figure for each such question over the rows whose target is known, and their mean.
/// </remarks>
/// <param name="options">The interval, if any.</param>
public sealed class WithinOne(QuestionOptions options) : FigureMetric("within-one", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) =>
        DecisionPlans.OfQuestions(predictions, cohort, new(calls => calls.Within(1) / calls.Total) { Hit = (truth, called) => Math.Abs(truth - called) <= 1 }, question => question.IsOrdered);
}
