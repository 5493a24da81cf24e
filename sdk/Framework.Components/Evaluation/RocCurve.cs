namespace Framework.Components.Evaluation;

/// <summary>The receiver operating characteristic: sensitivity against 1 - specificity over all thresholds.</summary>
public sealed record RocCurve
{
    /// <summary>Share of negatives at or above each threshold; rises from 0 to 1.</summary>
    public required IReadOnlyList<double> FalsePositiveRate { get; init; }

    /// <summary>Share of positives at or above each threshold; rises from 0 to 1.</summary>
    public required IReadOnlyList<double> TruePositiveRate { get; init; }

    /// <summary>Falling scores; the first is infinity, where nothing counts as positive.</summary>
    public required IReadOnlyList<double> Thresholds { get; init; }

    /// <summary>Area under the curve: the chance that a positive scores above a negative, ties counting half; NaN where one class is absent.</summary>
    public required double Area { get; init; }

    /// <summary>Computes the curve, one point for each different score (Fawcett 2006).</summary>
    /// <param name="targets">1 for a positive, 0 for a negative.</param>
    /// <param name="scores">Higher means more likely positive; as many as targets.</param>
    public static RocCurve Of(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores)
    {
        var order = ScoreOrder.Of(targets, scores);
        double[] falseRate = [0, .. order.FalsePositives.Select(count => (double)count / order.Negatives)];
        double[] trueRate = [0, .. order.TruePositives.Select(count => (double)count / order.Positives)];
        return new RocCurve
        {
            FalsePositiveRate = falseRate,
            TruePositiveRate = trueRate,
            Thresholds = [double.PositiveInfinity, .. order.Thresholds],
            Area = AreaUnder(order),
        };
    }

    // In whole numbers of pairs (halves for ties): exact, whatever the order of the sum.
    private static double AreaUnder(ScoreOrder order)
    {
        if (order.Positives == 0 || order.Negatives == 0)
            return double.NaN;
        double doubledPairs = 0;
        var (lastTrue, lastFalse) = (0, 0);
        for (var i = 0; i < order.Thresholds.Count; i++)
        {
            doubledPairs += (double)(order.FalsePositives[i] - lastFalse) * (order.TruePositives[i] + lastTrue);
            (lastTrue, lastFalse) = (order.TruePositives[i], order.FalsePositives[i]);
        }

        return doubledPairs / 2 / ((double)order.Positives * order.Negatives);
    }
}
