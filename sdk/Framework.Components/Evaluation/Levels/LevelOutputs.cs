using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Levels;

/// <summary>The outputs of several rows for one question as those of one.</summary>
internal static class LevelOutputs
{
    /// <summary>One output for each label of the question.</summary>
    public static double[] Of(Predictions table, Question question, int[] rows, LevelRule rule) => rule switch
    {
        LevelRule.Mean => [.. question.Labels.Select(label => rows.Average(row => table.Output(row, label)))],
        LevelRule.Max => question.IsOrdered ? Worst(table, question, rows) : Greatest(table, question, rows),
        _ => question.IsGroup
            ? OneOf(question, rows.Max(row => question.Called(table, row)))
            : [Array.Exists(rows, row => table.Output(row, question.Labels[0]) >= table.Threshold(row, question.Labels[0])) ? 1 : 0],
    };

    private static double[] Greatest(Predictions table, Question question, int[] rows)
    {
        double[] most = [.. question.Labels.Select(label => rows.Max(row => table.Output(row, label)))];
        var sum = most.Sum();
        return question.IsGroup && sum > 0 ? Array.ConvertAll(most, output => output / sum) : most;
    }

    private static double[] Worst(Predictions table, Question question, int[] rows)
    {
        var worst = rows.MaxBy(row => question.Labels.Select((label, grade) => grade * table.Output(row, label)).Sum());
        return [.. question.Labels.Select(label => table.Output(worst, label))];
    }

    private static double[] OneOf(Question question, int called) => [.. question.Labels.Select((_, at) => at == called ? 1.0 : 0)];
}
