namespace Framework.Components.Tests.Evaluation;

/// <summary>Predictions written out by hand.</summary>
internal static class Table
{
    public static Predictions Of(double[] targets, double[] outputs) => Of(["any"], targets, outputs);

    public static Predictions Of(string[] labels, double[] targets, double[] outputs, int casesPerSubject = 1)
    {
        var rows = Enumerable.Range(0, targets.Length / labels.Length).Select(i => new PredictedCase($"case{i}", $"subject{i / casesPerSubject}", "", 0));
        return new Predictions(labels, [.. rows], targets, outputs);
    }

    /// <summary>One question with ordered classes 0, 1, ...</summary>
    /// <param name="classes">How many.</param>
    /// <param name="truths">The true class of each row.</param>
    /// <param name="outputs">Row-major (row, class).</param>
    public static Predictions OfClasses(int classes, int[] truths, double[] outputs)
    {
        string[] labels = [.. Enumerable.Range(0, classes).Select(at => $"{at}")];
        double[] targets = [.. truths.SelectMany(truth => Enumerable.Range(0, classes).Select(at => at == truth ? 1.0 : 0))];
        return WithGroups(Of(labels, targets, outputs), new LabelGroup("grade", labels, IsOrdered: true));
    }

    /// <summary>Outputs 1 for the called class and 0 for the others.</summary>
    public static Predictions OfCalls(int classes, int[] truths, int[] calls) =>
        OfClasses(classes, truths, [.. calls.SelectMany(call => Enumerable.Range(0, classes).Select(at => at == call ? 1.0 : 0))]);

    public static Predictions WithGroups(Predictions table, params LabelGroup[] groups) =>
        new(table.Labels, table.Rows, table.Targets.ToArray(), table.Outputs.ToArray()) { Groups = groups };

    public static MetricValue Single(IMetric metric, Predictions predictions, string? label) =>
        metric.Compute(predictions).Single(value => value.Label == label);
}
