namespace Framework.Components.Evaluation;

/// <summary>Precision against recall over all thresholds.</summary>
public sealed record PrecisionRecallCurve
{
    /// <summary>Share of positives at or above each threshold; rises from 0 to 1.</summary>
    public required IReadOnlyList<double> Recall { get; init; }

    /// <summary>Share of true ones among all at or above each threshold; 1 at the first point, where there are none.</summary>
    public required IReadOnlyList<double> Precision { get; init; }

    /// <summary>Falling scores; the first is infinity, where nothing counts as positive.</summary>
    public required IReadOnlyList<double> Thresholds { get; init; }

    /// <summary>Sum over thresholds of the rise of recall times precision, without interpolation; NaN where there is no positive.</summary>
    public required double AveragePrecision { get; init; }

    /// <summary>Computes the curve, one point for each different score.</summary>
    /// <param name="targets">1 for a positive, 0 for a negative.</param>
    /// <param name="scores">Higher means more likely positive; as many as targets.</param>
    public static PrecisionRecallCurve Of(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores)
    {
        var order = ScoreOrder.Of(targets, scores);
        double[] recall = [0, .. order.TruePositives.Select(count => (double)count / order.Positives)];
        double[] precision = [1, .. order.TruePositives.Zip(order.FalsePositives, (right, wrong) => (double)right / (right + wrong))];
        var average = order.Positives == 0 ? double.NaN : Enumerable.Range(1, recall.Length - 1).Sum(i => (recall[i] - recall[i - 1]) * precision[i]);
        return new PrecisionRecallCurve
        {
            Recall = recall,
            Precision = precision,
            Thresholds = [double.PositiveInfinity, .. order.Thresholds],
            AveragePrecision = average,
        };
    }
}
