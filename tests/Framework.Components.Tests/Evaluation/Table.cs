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

    public static MetricValue Single(IMetric metric, Predictions predictions, string? label) =>
        metric.Compute(predictions).Single(value => value.Label == label);
}
