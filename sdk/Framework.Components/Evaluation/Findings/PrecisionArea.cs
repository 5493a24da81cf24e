namespace Framework.Components.Evaluation.Findings;

/// <summary>The area under precision over recall.</summary>
internal static class PrecisionArea
{
    private const int Points = 101;

    /// <summary>NaN where there is no object.</summary>
    public static double Of(ScoredHits hits, ReadOnlySpan<double> weights, CurveArea area)
    {
        if (!hits.HasTruths(weights))
            return double.NaN;
        var (recall, precision) = hits.RecallPrecision(weights);
        for (var i = precision.Length - 2; i >= 0; i--)
            precision[i] = Math.Max(precision[i], precision[i + 1]);
        return area == CurveArea.Coco ? AtPoints(recall, precision) : Whole(recall, precision);
    }

    // At each recall the precision of the first finding that reaches it; 0 beyond the last one.
    private static double AtPoints(double[] recall, double[] precision)
    {
        var (sum, at) = (0.0, 0);
        for (var point = 0; point < Points; point++)
        {
            while (at < recall.Length && recall[at] < point / (Points - 1.0))
                at++;
            sum += at < recall.Length ? precision[at] : 0;
        }

        return sum / Points;
    }

    private static double Whole(double[] recall, double[] precision)
    {
        var (sum, last) = (0.0, 0.0);
        for (var i = 0; i < recall.Length; i++)
            (sum, last) = (sum + ((recall[i] - last) * precision[i]), recall[i]);
        return sum;
    }
}
