using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Intervals;

/// <summary>The intervals of a metric's figures by the method that was asked for.</summary>
internal static class FigureIntervals
{
    /// <summary>One for each figure; null where the figure or its interval is not defined.</summary>
    public static Interval?[] Of(FigureList list, Cohort cohort, double[] values, ConfidenceOptions options)
    {
        if (options.Method is ConfidenceMethod.Delong or ConfidenceMethod.Wilson)
            return [.. list.Figures.Zip(values, (figure, value) => double.IsNaN(value) ? null : figure.Interval?.Invoke(options.Level))];
        return Resampled(cohort, values, options, (times, figures) => list.Compute(times, figures));
    }

    /// <summary>Intervals by resampling alone, of figures that are computed together.</summary>
    /// <param name="cohort">What is drawn from.</param>
    /// <param name="values">The figures of the cohort as it is.</param>
    /// <param name="options">Bootstrap or bca.</param>
    /// <param name="compute">The figures of a cohort in which units count so often; several threads call it at once.</param>
    public static Interval?[] Resampled(Cohort cohort, double[] values, ConfidenceOptions options, Action<int[], double[]> compute)
    {
        var resampled = Resampling.Figures(cohort, options.Resamples, values.Length, compute);
        var left = options.Method == ConfidenceMethod.Bca ? BiasCorrected.Jackknife(cohort, values.Length, compute) : [];
        return [.. values.Select((value, i) => Of(value, i, resampled, left, options))];
    }

    private static Interval? Of(double value, int figure, double[][] resampled, double[][] left, ConfidenceOptions options)
    {
        if (double.IsNaN(value))
            return null;
        var sorted = Percentiles.Sorted(resampled, figure);
        return options.Method == ConfidenceMethod.Bca
            ? BiasCorrected.Of(value, sorted, left.Select(figures => figures[figure]), options.Level)
            : Percentiles.Middle(sorted, options.Level);
    }
}
