using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>How often each class of a question was called each class.</summary>
/// <param name="Question">The label or the group.</param>
/// <param name="Classes">Names of its classes; of a label of its own <c>absent</c> and <c>present</c>.</param>
/// <param name="Calls">The counts by (true class, called class).</param>
public sealed record ConfusionMatrix(string Question, IReadOnlyList<string> Classes, ClassTable Calls)
{
    /// <summary>The matrices of a table, one for each label of its own and each group, over the rows whose target is known.</summary>
    /// <param name="table">At least one row.</param>
    public static IReadOnlyList<ConfusionMatrix> Of(Predictions table)
    {
        var cohort = new Cohort(table, ConfidenceUnit.Case);
        return
        [
            .. from question in Figures.Question.Of(table)
               let classes = question.IsGroup ? question.Labels.Select(label => table.Labels[label]) : ["absent", "present"]
               select new ConfusionMatrix(question.Name, [.. classes], new ClassDecisions(table, cohort, question).Count(cohort.Once)),
        ];
    }
}
