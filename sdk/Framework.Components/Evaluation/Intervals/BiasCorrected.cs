using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Intervals;

/// <summary>Bias-corrected and accelerated percentiles (BCa; Efron 1987).</summary>
internal static class BiasCorrected
{
    /// <summary>The most parts that are left out in turn; beyond, several units leave together, which keeps the acceleration as it is.</summary>
    public const int MostParts = 1000;

    /// <summary>The interval; null where the figure is not defined often enough.</summary>
    /// <param name="value">The figure of the cohort itself.</param>
    /// <param name="sorted">The figure over resampled cohorts, rising.</param>
    /// <param name="jackknife">The figure with each part left out in turn.</param>
    /// <param name="level">The interval's level.</param>
    public static Interval? Of(double value, double[] sorted, IEnumerable<double> jackknife, double level)
    {
        if (sorted.Length == 0 || double.IsNaN(value))
            return null;
        var below = sorted.Count(one => one < value) + (0.5 * sorted.Count(one => one == value));
        // No resampled figure lies on one side: there is nothing to correct with, and the end of the percentiles is all that is known.
        var bias = NormalDistribution.Quantile(Math.Clamp(below / sorted.Length, 0.5 / sorted.Length, 1 - (0.5 / sorted.Length)));
        var acceleration = Acceleration([.. jackknife.Where(one => !double.IsNaN(one))]);
        double Share(double share)
        {
            var shifted = bias + NormalDistribution.Quantile(share);
            return NormalDistribution.Below(bias + (shifted / (1 - (acceleration * shifted))));
        }

        return new Interval(Percentiles.At(sorted, Share((1 - level) / 2)), Percentiles.At(sorted, Share((1 + level) / 2)));
    }

    /// <summary>The figures with each part of the cohort left out in turn (Quenouille 1949).</summary>
    public static double[][] Jackknife(Cohort cohort, int figures, Action<int[], double[]> compute)
    {
        var parts = Math.Min(cohort.Units, MostParts);
        var result = new double[parts][];
        Parallel.For(0, parts, part =>
        {
            var times = (int[])cohort.Once.Clone();
            for (var unit = part; unit < times.Length; unit += parts)
                times[unit] = 0;
            compute(times, result[part] = new double[figures]);
        });
        return result;
    }

    private static double Acceleration(double[] jackknife)
    {
        if (jackknife.Length == 0)
            return 0;
        var mean = jackknife.Average();
        var (squares, cubes) = (0.0, 0.0);
        foreach (var one in jackknife)
        {
            squares += (mean - one) * (mean - one);
            cubes += (mean - one) * (mean - one) * (mean - one);
        }

        return squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
    }
}
