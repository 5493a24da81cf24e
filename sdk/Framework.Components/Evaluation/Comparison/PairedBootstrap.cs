using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Comparison;

/// <summary>The difference of any metric over cohorts of subjects drawn with replacement, the same for both models (Efron and Tibshirani 1993).</summary>
public static class PairedBootstrap
{
    /// <summary>Tests each figure of a metric.</summary>
    /// <param name="metric">The metric; its own interval is not computed where it can be left out.</param>
    /// <param name="pair">Two models' predictions of the same cases.</param>
    /// <param name="resamples">How many cohorts are drawn; at least 100.</param>
    /// <param name="level">Level of the interval, by percentiles.</param>
    /// <returns>Figures that are defined for both; p is twice the smaller share of cohorts in which the difference is of one sign or none.</returns>
    public static IReadOnlyList<ComparisonResult> Compare(IMetric metric, PairedPredictions pair, int resamples = 1000, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var cohort = new Cohort(pair.First, ConfidenceUnit.Subject);
        var first = metric.Compute(pair.First);
        var second = metric.Compute(pair.Second);
        var differences = Resampling.Figures(cohort, resamples, first.Count, Differences(metric, pair, cohort));
        return
        [
            .. from i in Enumerable.Range(0, first.Count)
               where !double.IsNaN(first[i].Value) && !double.IsNaN(second[i].Value)
               select Result(first[i], second[i], Percentiles.Sorted(differences, i), level),
        ];
    }

    private static Action<int[], double[]> Differences(IMetric metric, PairedPredictions pair, Cohort cohort)
    {
        if (metric is not FigureMetric figures)
            return (times, values) => Subtract(metric.Compute(Resampling.Take(pair.First, cohort, times)), metric.Compute(Resampling.Take(pair.Second, cohort, times)), values);
        var (first, second) = (figures.Figures(pair.First, cohort), figures.Figures(pair.Second, cohort));
        return (times, values) =>
        {
            var other = new double[values.Length];
            first.Compute(times, values);
            second.Compute(times, other);
            for (var i = 0; i < values.Length; i++)
                values[i] -= other[i];
        };
    }

    private static void Subtract(IReadOnlyList<MetricValue> first, IReadOnlyList<MetricValue> second, double[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = first[i].Value - second[i].Value;
    }

    private static ComparisonResult Result(MetricValue first, MetricValue second, double[] sorted, double level)
    {
        var interval = Percentiles.Middle(sorted, level);
        var (most, least) = (sorted.Count(difference => difference <= 0), sorted.Count(difference => difference >= 0));
        return new ComparisonResult
        {
            Metric = first.Name,
            Label = first.Label,
            First = first.Value,
            Second = second.Value,
            Low = interval?.Low,
            High = interval?.High,
            Level = level,
            P = sorted.Length == 0 ? double.NaN : Math.Min(1, 2.0 * (Math.Min(most, least) + 1) / (sorted.Length + 1)),
            Method = "paired bootstrap by subject",
            Count = first.Count,
            Subjects = first.Subjects,
        };
    }
}
