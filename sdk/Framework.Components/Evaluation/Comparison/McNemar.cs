using Framework.Components.Evaluation.Decisions;
using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Comparison;

/// <summary>Whether two are right equally often on the same cases (McNemar 1947).</summary>
public static class McNemar
{
    /// <summary>Up to as many cases on which only one is right the test is exact.</summary>
    public const int MostExact = 1000;

    /// <summary>Tests each question: by thresholds for labels of their own, by the greatest output for groups.</summary>
    /// <param name="pair">Two models' predictions of the same cases.</param>
    /// <param name="level">Level of the interval.</param>
    public static IReadOnlyList<ComparisonResult> Compare(PairedPredictions pair, double level = 0.95)
    {
        var cohort = new Cohort(pair.First, ConfidenceUnit.Subject);
        var results = new List<ComparisonResult>();
        foreach (var question in Question.Of(pair.First))
        {
            var (first, second) = (new ClassDecisions(pair.First, cohort, question), new ClassDecisions(pair.Second, cohort, question));
            if (first.Rows.Length == 0)
                continue;
            var result = Compare(first.Right(), second.Right(), [.. first.Rows.Select(row => cohort.UnitOf[row])], level);
            results.Add(result with { Metric = "accuracy", Label = question.Name });
        }

        return results;
    }

    /// <summary>Tests two lists of right and wrong answers.</summary>
    /// <param name="first">Whether the first is right on each case; at least one case.</param>
    /// <param name="second">Whether the second is right on each case.</param>
    /// <param name="subjects">The subject of each case, numbered from 0.</param>
    /// <param name="level">Level of the interval.</param>
    /// <remarks>
    /// The interval is normal with the variance between subjects. Where a subject has several cases, so is the test: the differences of
    /// subjects take the place of those of cases (Obuchowski 1998).
    /// </remarks>
    public static ComparisonResult Compare(IReadOnlyList<bool> first, IReadOnlyList<bool> second, IReadOnlyList<int> subjects, double level = 0.95)
    {
        var units = subjects.GroupBy(subject => subject).Count();
        var (better, worse) = (0, 0);
        var differences = new Dictionary<int, (int Sum, int Count)>();
        for (var i = 0; i < first.Count; i++)
        {
            var difference = (first[i] ? 1 : 0) - (second[i] ? 1 : 0);
            better += difference > 0 ? 1 : 0;
            worse += difference < 0 ? 1 : 0;
            var (sum, count) = differences.GetValueOrDefault(subjects[i]);
            differences[subjects[i]] = (sum + difference, count + 1);
        }

        var mean = (double)(better - worse) / first.Count;
        var error = Math.Sqrt(differences.Values.Sum(one => Math.Pow(one.Sum - (mean * one.Count), 2)) * units / Math.Max(1, units - 1)) / first.Count;
        var half = NormalDistribution.Quantile((1 + level) / 2) * error;
        var isClustered = units < first.Count;
        return new ComparisonResult
        {
            Metric = "accuracy",
            First = (double)first.Count(right => right) / first.Count,
            Second = (double)second.Count(right => right) / first.Count,
            Low = units < 2 ? null : mean - half,
            High = units < 2 ? null : mean + half,
            Level = level,
            P = isClustered ? OfSubjects(differences.Values.Select(one => one.Sum)) : better + worse <= MostExact ? Exact(better, worse) : Corrected(better, worse),
            Method = isClustered ? "McNemar, subjects together" : better + worse <= MostExact ? "McNemar, exact" : "McNemar, chi-squared",
            Count = first.Count,
            Subjects = units,
        };
    }

    // Two-sided binomial with one half.
    private static double Exact(int better, int worse)
    {
        var (n, fewer) = (better + worse, Math.Min(better, worse));
        var (logTerm, sum) = (-n * Math.Log(2), 0.0);
        for (var k = 0; k <= fewer; k++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log((double)(n - k) / (k + 1));
        }

        return Math.Min(1, 2 * sum);
    }

    // With Edwards' correction for continuity (1948).
    private static double Corrected(int better, int worse) =>
        NormalDistribution.TwoSided((Math.Abs(better - worse) - 1) / Math.Sqrt(better + worse));

    private static double OfSubjects(IEnumerable<int> differences)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var difference in differences)
            (sum, squares) = (sum + difference, squares + ((double)difference * difference));
        return squares == 0 ? 1 : NormalDistribution.TwoSided(sum / Math.Sqrt(squares));
    }
}
