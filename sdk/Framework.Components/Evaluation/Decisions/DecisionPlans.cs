using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>Plans of metrics of decisions: thresholds decide labels of their own, the greatest output decides a question with several classes.</summary>
internal static class DecisionPlans
{
    /// <summary>A figure of each label, of each class against the rest, and their average.</summary>
    public static FigureList OfLabels(Predictions table, Cohort cohort, Average average, LabelScore score) => new FigurePlan
    {
        Average = average,
        OfLabel = label =>
        {
            var decisions = LabelDecisions.Of(table, cohort, label);
            return new Figure(new FigureBasis(table.Labels[label], decisions.Rows.Length, decisions.Positives, cohort.SubjectsAmong(decisions.Rows)), times => score.Of(decisions.Count(times)))
            {
                InAverage = score.InAverage is { } inAverage ? times => inAverage(decisions.Count(times)) : null,
                Support = times => decisions.Count(times).Positives,
                Interval = score.Trial is { } trial ? level => Wilson(decisions.Trials(cohort.Units, trial), level) : null,
            };
        },
        Pooled = labels =>
        {
            var decisions = LabelDecisions.Pool([.. labels.Select(label => LabelDecisions.Of(table, cohort, label))]);
            return times => score.Of(decisions.Count(times));
        },
    }.Make(table, cohort);

    /// <summary>A figure of each question as a whole.</summary>
    /// <param name="table">The predictions.</param>
    /// <param name="cohort">Its units.</param>
    /// <param name="score">The figure.</param>
    /// <param name="takes">Which questions have it; all where not given.</param>
    public static FigureList OfQuestions(Predictions table, Cohort cohort, ClassScore score, Func<Question, bool>? takes = null)
    {
        var questions = Question.Of(table).Where(question => takes?.Invoke(question) ?? true).ToList();
        Figure? Of(Question? question)
        {
            if (question is null)
                return null;
            var decisions = new ClassDecisions(table, cohort, question);
            int? positives = question.IsGroup ? null : decisions.Rows.Count(row => table.Target(row, question.Labels[0]) > 0.5);
            return new Figure(new FigureBasis(question.Name, decisions.Rows.Length, positives, cohort.SubjectsAmong(decisions.Rows)), times => score.Of(decisions.Count(times)))
            {
                Interval = score.Hit is { } hit ? level => Wilson(decisions.Trials(cohort.Units, hit), level) : null,
            };
        }

        return new FigurePlan
        {
            OfLabel = label => Of(questions.Find(question => !question.IsGroup && question.Labels[0] == label)),
            OfGroup = group => Of(questions.Find(question => question.Name == group.Name && question.IsGroup)),
        }.Make(table, cohort);
    }

    private static Interval? Wilson((int[] Hits, int[] Trials) units, double level) => Intervals.Wilson.OfClusters(units.Hits, units.Trials, level);
}
