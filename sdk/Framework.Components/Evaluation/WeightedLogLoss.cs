using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation;

/// <summary>Binary cross-entropy averaged over labels by weight, then over rows: the RSNA 2019 score. Lower is better.</summary>
/// <remarks>Weights are divided by their sum in each row; a missing target takes its label out of its row, a row without any does not count. Probabilities are clipped to [1e-15, 1 - 1e-15].</remarks>
public sealed class WeightedLogLoss : FigureMetric
{
    private readonly IReadOnlyDictionary<string, double> _weights;

    /// <summary>Checks the weights.</summary>
    /// <param name="options">The weights, and the interval, if any.</param>
    /// <exception cref="ExperimentException">A weight is not above 0.</exception>
    public WeightedLogLoss(WeightedLogLossOptions options)
        : base("weighted-log-loss", higherIsBetter: false, options.Confidence)
    {
        _weights = options.Weights;
        foreach (var (label, weight) in _weights)
        {
            if (!(weight > 0))
                throw new ExperimentException($"'weighted-log-loss' needs the weight of '{label}' to be above 0; it is {weight}.");
        }
    }

    internal override FigureList Figures(Predictions predictions, Cohort cohort)
    {
        var weights = WeightsFor(predictions.Labels);
        var losses = Enumerable.Range(0, predictions.Rows.Count).Select(row => RowLoss(predictions, row, weights)).ToArray();
        int[] rows = [.. Enumerable.Range(0, losses.Length).Where(row => !double.IsNaN(losses[row]))];
        var mean = WeightedMean.Of(Array.ConvertAll(rows, row => cohort.UnitOf[row]), Array.ConvertAll(rows, row => losses[row]), cohort);
        var list = new FigureList();
        list.Add(new Figure(new FigureBasis(null, rows.Length, null, cohort.SubjectsAmong(rows)), mean));
        return list;
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
