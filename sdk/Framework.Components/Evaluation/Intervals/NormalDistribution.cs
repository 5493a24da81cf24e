namespace Framework.Components.Evaluation.Intervals;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const double SeriesEnds = 5;

    /// <summary>The share below a value, to about 1e-15.</summary>
    public static double Below(double value)
    {
        if (double.IsNaN(value))
            return double.NaN;
        if (value > SeriesEnds)
            return 1 - Below(-value);
        return value < -SeriesEnds ? Density(value) / TailRatio(-value) : 0.5 + (Density(value) * Series(value));
    }

    /// <summary>The value with that share below it; infinite for 0 and 1.</summary>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(double share)
    {
        if (share <= 0 || share >= 1)
            return share <= 0 ? double.NegativeInfinity : double.PositiveInfinity;
        if (share > 0.5)
            return -Quantile(1 - share);
        var (low, high) = (-40.0, 0.0);
        while (high - low > 1e-15 * -low)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
                break;
            if (Below(middle) < share)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The chance of a value at least as far from 0, on either side.</summary>
    public static double TwoSided(double value) => 2 * Below(-Math.Abs(value));

    private static double Density(double value) => Math.Exp(-value * value / 2) / Math.Sqrt(2 * Math.PI);

    // x + x^3/3 + x^5/(3 5) + ... (Marsaglia 2004).
    private static double Series(double value)
    {
        var (term, sum) = (value, value);
        for (var i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); i += 2)
            sum += term *= value * value / i;
        return sum;
    }

    // x + 1/(x + 2/(x + 3/(...))), from the inside out: density over it is the tail (Laplace).
    private static double TailRatio(double value)
    {
        var ratio = value;
        for (var i = 60; i > 0; i--)
            ratio = value + (i / ratio);
        return ratio;
    }
}
