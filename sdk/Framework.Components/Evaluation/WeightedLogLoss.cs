namespace Framework.Components.Evaluation;

/// <summary>Binary cross-entropy averaged over labels by weight, then over rows: the RSNA 2019 score. Lower is better.</summary>
/// <remarks>Weights are divided by their sum in each row; a missing target takes its label out of its row, a row without any does not count. Probabilities are clipped to [1e-15, 1 - 1e-15].</remarks>
public sealed class WeightedLogLoss : IMetric
{
    private readonly IReadOnlyDictionary<string, double> _weights;

    /// <summary>Checks the weights.</summary>
    /// <param name="options">The weights.</param>
    /// <exception cref="ExperimentException">A weight is not above 0.</exception>
    public WeightedLogLoss(WeightedLogLossOptions options)
    {
        _weights = options.Weights;
        foreach (var (label, weight) in _weights)
        {
            if (!(weight > 0))
                throw new ExperimentException($"'weighted-log-loss' needs the weight of '{label}' to be above 0; it is {weight}.");
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions)
    {
        var weights = WeightsFor(predictions.Labels);
        var rows = Enumerable.Range(0, predictions.Rows.Count)
            .Select(row => (Row: row, Loss: RowLoss(predictions, row, weights))).Where(row => !double.IsNaN(row.Loss)).ToArray();
        return
        [
            new MetricValue
            {
                Name = "weighted-log-loss",
                Value = rows.Length == 0 ? double.NaN : rows.Average(row => row.Loss),
                Count = rows.Length,
                Subjects = rows.Select(row => predictions.Rows[row.Row].Subject).Distinct().Count(),
                HigherIsBetter = false,
            },
        ];
    }

    private double[] WeightsFor(IReadOnlyList<string> labels)
    {
        foreach (var label in _weights.Keys.Where(label => !labels.Contains(label)))
            throw new ExperimentException($"'weighted-log-loss' has a weight for '{label}', and there is no such label. There are {string.Join(", ", labels)}.");
        return [.. labels.Select(label => _weights.GetValueOrDefault(label, 1))];
    }

    private static double RowLoss(Predictions predictions, int row, double[] weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var label = 0; label < weights.Length; label++)
        {
            var target = predictions.Target(row, label);
            if (double.IsNaN(target))
                continue;
            sum += weights[label] * LogLossTerms.Of(target, predictions.Output(row, label));
            weight += weights[label];
        }

        return sum / weight;
    }
}
