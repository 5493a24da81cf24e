using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Comparison;

/// <summary>The difference of two areas under ROC curves over the same cases (DeLong, DeLong and Clarke-Pearson 1988).</summary>
/// <remarks>The rows of a subject are taken together (Obuchowski 1997); with one case a subject that changes nothing.</remarks>
public static class PairedDeLong
{
    /// <summary>Tests each label that has both classes.</summary>
    /// <param name="pair">Two models' predictions of the same cases.</param>
    /// <param name="level">Level of the interval.</param>
    public static IReadOnlyList<ComparisonResult> Compare(PairedPredictions pair, double level = 0.95)
    {
        var cohort = new Cohort(pair.First, ConfidenceUnit.Subject);
        return [.. Enumerable.Range(0, pair.First.Labels.Count).Select(label => Compare(pair, cohort, label, level)).OfType<ComparisonResult>()];
    }

    private static ComparisonResult? Compare(PairedPredictions pair, Cohort cohort, int label, double level)
    {
        var rows = LabelRows.Of(pair.First, cohort, label);
        var (first, second) = (new DeLong(rows, cohort.Units), new DeLong(LabelRows.Of(pair.Second, cohort, label), cohort.Units));
        if (double.IsNaN(first.Area))
            return null;
        var difference = first.Area - second.Area;
        var variance = DeLong.Covariance(first, first) + DeLong.Covariance(second, second) - (2 * DeLong.Covariance(first, second));
        var error = Math.Sqrt(Math.Max(0, variance));
        var half = NormalDistribution.Quantile((1 + level) / 2) * error;
        return new ComparisonResult
        {
            Metric = "auroc",
            Label = pair.First.Labels[label],
            First = first.Area,
            Second = second.Area,
            Low = double.IsNaN(variance) ? null : difference - half,
            High = double.IsNaN(variance) ? null : difference + half,
            Level = level,
            P = difference == 0 && error == 0 ? 1 : NormalDistribution.TwoSided(difference / error),
            Method = "paired DeLong",
            Count = rows.Rows.Length,
            Subjects = cohort.SubjectsAmong(rows.Rows),
        };
    }
}
