using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Intervals;

/// <summary>Cohorts drawn with replacement, as many units as there are, and their figures.</summary>
internal static class Resampling
{
    // A metric is a pure function of predictions: its draws come from a fixed key, so the same predictions give the same interval.
    private static readonly ulong Key = new RandomStream(0).Derive("bootstrap").Key;

    /// <summary>The figures of each resampled cohort.</summary>
    /// <param name="cohort">What is drawn from.</param>
    /// <param name="resamples">How many cohorts.</param>
    /// <param name="figures">How many figures each has.</param>
    /// <param name="compute">Computes them for a cohort; several threads call it at once.</param>
    public static double[][] Figures(Cohort cohort, int resamples, int figures, Action<int[], double[]> compute)
    {
        var result = new double[resamples][];
        Parallel.For(
            0,
            resamples,
            () => new int[cohort.Units],
            (i, _, times) =>
            {
                Draw(i, times);
                compute(times, result[i] = new double[figures]);
                return times;
            },
            _ => { });
        return result;
    }

    /// <summary>Draws one cohort: how often each unit is in it.</summary>
    public static void Draw(int number, int[] times)
    {
        Array.Clear(times);
        var random = new RandomStream(Key).Derive(number);
        var units = (ulong)times.Length;
        for (var i = 0; i < times.Length; i++)
            times[(int)Math.BigMul(random.NextBits(), units, out _)]++;
    }

    /// <summary>The rows of a drawn cohort, each as often as its unit was drawn.</summary>
    public static Predictions Take(Predictions table, Cohort cohort, int[] times)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).SelectMany(row => Enumerable.Repeat(row, times[cohort.UnitOf[row]]))];
        return TableRows.Take(table, rows);
    }
}
