namespace Framework.Components.Evaluation.Intervals;

/// <summary>Percentiles of resampled figures.</summary>
internal static class Percentiles
{
    /// <summary>One figure over the cohorts where it is defined, rising.</summary>
    public static double[] Sorted(double[][] resampled, int figure) =>
        [.. resampled.Select(figures => figures[figure]).Where(value => !double.IsNaN(value)).Order()];

    /// <summary>The middle share (Efron 1979); null where the figure is defined nowhere.</summary>
    public static Interval? Middle(double[] sorted, double level) =>
        sorted.Length == 0 ? null : new Interval(At(sorted, (1 - level) / 2), At(sorted, (1 + level) / 2));

    /// <summary>The value with that share below it, linear between order statistics (Hyndman and Fan 1996, type 7).</summary>
    public static double At(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var low = (int)position;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((position - low) * (sorted[high] - sorted[low]));
    }
}
