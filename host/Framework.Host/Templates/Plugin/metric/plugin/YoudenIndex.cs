using Framework.Sdk;

namespace Study.Assembly;

/// <summary>Youden's index of each label, sensitivity + specificity - 1, at the thresholds that were chosen before (0.5 where none were): 0 is chance, 1 perfect.</summary>
public sealed class YoudenIndex : IMetric
{
    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => [.. Enumerable.Range(0, predictions.Labels.Count).Select(label => Of(predictions, label))];

    private static MetricValue Of(Predictions predictions, int label)
    {
        var known = Enumerable.Range(0, predictions.Rows.Count).Where(row => !double.IsNaN(predictions.Target(row, label))).ToList();
        var positives = known.Where(row => predictions.Target(row, label) > 0.5).ToList();
        return new MetricValue
        {
            Name = "youden",
            Label = predictions.Labels[label],
            // The share of an empty class is 0 / 0, not a number: so the index is not defined.
            Value = Called(positives) - Called([.. known.Except(positives)]),
            Count = known.Count,
            Positives = positives.Count,
            Subjects = known.Select(row => predictions.Rows[row].Subject).Distinct().Count(),
            HigherIsBetter = true,
        };

        double Called(List<int> rows) => rows.Count(row => predictions.Output(row, label) >= predictions.Threshold(row, label)) / (double)rows.Count;
    }
}
