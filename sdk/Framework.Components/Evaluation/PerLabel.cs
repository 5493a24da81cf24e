namespace Framework.Components.Evaluation;

/// <summary>A figure for each label and the mean over the labels that have one, with intervals where they are asked for.</summary>
internal sealed class PerLabel(string name, bool higherIsBetter, LabelScore score, ConfidenceOptions? confidence)
{
    public IReadOnlyList<MetricValue> Compute(Predictions predictions)
    {
        var figures = Figures(predictions);
        var resampled = confidence is null ? null : Bootstrap.Resample(predictions, Figures, confidence);
        return [.. Enumerable.Range(0, figures.Length).Select(i => Describe(predictions, figures, resampled, i))];
    }

    private double[] Figures(Predictions predictions)
    {
        var figures = new double[predictions.Labels.Count + 1];
        for (var label = 0; label < predictions.Labels.Count; label++)
        {
            var (targets, outputs) = predictions.Column(label);
            figures[label] = targets.Length == 0 ? double.NaN : score(targets, outputs);
        }

        var defined = figures[..^1].Where(figure => !double.IsNaN(figure)).ToArray();
        figures[^1] = defined.Length == 0 ? double.NaN : defined.Average();
        return figures;
    }

    private MetricValue Describe(Predictions predictions, double[] figures, double[][]? resampled, int at)
    {
        var isMean = at == predictions.Labels.Count;
        var rows = Enumerable.Range(0, predictions.Rows.Count).Where(row => isMean || !double.IsNaN(predictions.Target(row, at))).ToArray();
        var interval = resampled is null ? null : Bootstrap.Interval(resampled, at, confidence!.Level);
        return new MetricValue
        {
            Name = name,
            Label = isMean ? null : predictions.Labels[at],
            Value = figures[at],
            Low = interval?.Low,
            High = interval?.High,
            Level = interval is null ? null : confidence!.Level,
            Count = rows.Length,
            Positives = isMean ? null : rows.Count(row => predictions.Target(row, at) > 0.5),
            Subjects = rows.Select(row => predictions.Rows[row].Subject).Distinct().Count(),
            HigherIsBetter = higherIsBetter,
        };
    }
}
