using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Levels;

/// <summary>Joins the rows of a table into the rows of a level.</summary>
/// <remarks>
/// A label is present where it is present in any row, and missing where it is missing in all. Of grades the greatest known one holds; of classes
/// without order all known rows must say the same. Outputs of rows whose target is missing count too: the model saw them.
/// </remarks>
public static class LevelJoin
{
    /// <summary>The joined table, in the order of first rows; it has no thresholds, which belong to their own level.</summary>
    /// <param name="table">At least one row.</param>
    /// <param name="level">What is joined, and how.</param>
    /// <exception cref="ExperimentException">A row does not know what it belongs to, or the rule has no meaning for a group.</exception>
    /// <exception cref="DataFormatException">Rows that belong together are of different classes without order.</exception>
    public static Predictions Of(Predictions table, Level level)
    {
        var questions = Question.Of(table);
        Check(table, level, questions);
        var units = Enumerable.Range(0, table.Rows.Count).GroupBy(row => (table.Rows[row].Subject, Key(table.Rows[row], level.By))).Select(unit => unit.ToArray()).ToList();
        var (targets, outputs) = (new double[units.Count * table.Labels.Count], new double[units.Count * table.Labels.Count]);
        for (var i = 0; i < units.Count; i++)
        {
            foreach (var question in questions)
            {
                var (target, output) = (TargetsOf(table, question, units[i], level), LevelOutputs.Of(table, question, units[i], level.Take));
                for (var at = 0; at < question.Labels.Length; at++)
                {
                    targets[(i * table.Labels.Count) + question.Labels[at]] = target[at];
                    outputs[(i * table.Labels.Count) + question.Labels[at]] = output[at];
                }
            }
        }

        return new Predictions(table.Labels, [.. units.Select(unit => Who(table.Rows[unit[0]], level.By))], targets, outputs)
        {
            Groups = table.Groups,
            Findings = table.Findings is { } findings ? [.. units.Select(unit => CaseFindings.Together([.. unit.Select(row => findings[row])]))] : null,
        };
    }

    private static void Check(Predictions table, Level level, IReadOnlyList<Question> questions)
    {
        if (table.Rows.FirstOrDefault(row => Key(row, level.By).Length == 0) is { } lost)
            throw new ExperimentException($"'levels' joins cases by {level.Name()}, and the case '{lost.Case}' belongs to none. Join by subject, or use a data source that knows the {level.Name()} of each case.");
        if (level.Take == LevelRule.Any && questions.FirstOrDefault(question => question.IsGroup && !question.IsOrdered) is { } classes)
            throw new ExperimentException($"'levels' takes any, which has no meaning for '{classes.Name}', whose classes have no order. Take mean or max.");
    }

    private static string Key(PredictedCase row, LevelUnit by) => by switch
    {
        LevelUnit.Series => row.Series,
        LevelUnit.Study => row.Study,
        _ => row.Subject,
    };

    private static PredictedCase Who(PredictedCase first, LevelUnit by) => first with
    {
        Case = Key(first, by),
        Series = by == LevelUnit.Series ? first.Series : "",
        Study = by == LevelUnit.Subject ? "" : first.Study,
    };

    private static double[] TargetsOf(Predictions table, Question question, int[] rows, Level level)
    {
        if (!question.IsGroup)
        {
            double[] known = [.. rows.Select(row => table.Target(row, question.Labels[0])).Where(target => !double.IsNaN(target))];
            return [known.Length == 0 ? double.NaN : known.Max()];
        }

        int[] truths = [.. rows.Select(row => question.Truth(table, row)).OfType<int>().Distinct()];
        if (truths.Length > 1 && !question.IsOrdered)
            throw new DataFormatException($"the cases of the {level.Name()} '{Key(table.Rows[rows[0]], level.By)}' are of {truths.Length} classes of '{question.Name}', which have no order. Correct the labels, or leave 'levels' out.");
        return [.. question.Labels.Select((_, at) => truths.Length == 0 ? double.NaN : at == truths.Max() ? 1.0 : 0)];
    }
}
