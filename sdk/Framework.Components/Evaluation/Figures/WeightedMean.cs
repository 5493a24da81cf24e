namespace Framework.Components.Evaluation.Figures;

/// <summary>Means over rows as sums of their units.</summary>
internal static class WeightedMean
{
    /// <summary>The mean of the rows' values; NaN where no row counts.</summary>
    public static WeightedFigure Of(int[] units, double[] values, Cohort cohort)
    {
        var (sums, counts) = (new double[cohort.Units], new double[cohort.Units]);
        for (var i = 0; i < units.Length; i++)
        {
            sums[units[i]] += values[i];
            counts[units[i]]++;
        }

        return times =>
        {
            var (sum, count) = (0.0, 0.0);
            for (var unit = 0; unit < times.Length; unit++)
            {
                sum += times[unit] * sums[unit];
                count += times[unit] * counts[unit];
            }

            return sum / count;
        };
    }

    /// <summary>How many rows count among those with a positive target.</summary>
    public static WeightedFigure Positives(LabelRows rows, Cohort cohort)
    {
        var counts = new int[cohort.Units];
        for (var i = 0; i < rows.Units.Length; i++)
            counts[rows.Units[i]] += rows.Targets[i] > 0.5 ? 1 : 0;
        return times =>
        {
            long sum = 0;
            for (var unit = 0; unit < times.Length; unit++)
                sum += (long)times[unit] * counts[unit];
            return sum;
        };
    }
}
