namespace Framework.Components.Evaluation;

/// <summary>Resampled cohorts and percentiles over them.</summary>
internal static class Bootstrap
{
    // A metric is a pure function of predictions: its draws come from a fixed key, so the same predictions give the same interval.
    private static readonly ulong Key = new RandomStream(0).Derive("bootstrap").Key;

    /// <summary>The figures of each resampled cohort: drawn with replacement, as many units as there are.</summary>
    public static double[][] Resample(Predictions predictions, Func<Predictions, double[]> figures, ConfidenceOptions options)
    {
        var rows = Enumerable.Range(0, predictions.Rows.Count);
        var units = (options.By == ConfidenceUnit.Subject ? rows.GroupBy(row => predictions.Rows[row].Subject) : rows.GroupBy(row => $"{row}"))
            .Select(unit => unit.ToArray()).ToArray();
        var result = new double[options.Resamples][];
        Parallel.For(0, options.Resamples, i =>
        {
            var random = new RandomStream(Key).Derive(i);
            var drawn = Enumerable.Range(0, units.Length).SelectMany(_ => units[random.Next(units.Length)]).ToArray();
            result[i] = figures(Take(predictions, drawn));
        });
        return result;
    }

    /// <summary>The middle share of one figure over the cohorts where it is defined; null where it never is.</summary>
    public static (double Low, double High)? Interval(double[][] resampled, int figure, double level)
    {
        var values = resampled.Select(figures => figures[figure]).Where(value => !double.IsNaN(value)).Order().ToArray();
        return values.Length == 0 ? null : (Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2));
    }

    // Linear between order statistics (Hyndman and Fan 1996, type 7).
    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var low = (int)position;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((position - low) * (sorted[high] - sorted[low]));
    }

    private static Predictions Take(Predictions from, int[] rows)
    {
        var labels = from.Labels.Count;
        var (targets, outputs) = (new double[rows.Length * labels], new double[rows.Length * labels]);
        for (var i = 0; i < rows.Length; i++)
        {
            from.Targets.Slice(rows[i] * labels, labels).CopyTo(targets.AsSpan(i * labels));
            from.Outputs.Slice(rows[i] * labels, labels).CopyTo(outputs.AsSpan(i * labels));
        }

        return new Predictions(from.Labels, Array.ConvertAll(rows, row => from.Rows[row]), targets, outputs);
    }
}
