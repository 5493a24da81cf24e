namespace Framework.Components.Evaluation.Decisions;

/// <summary>Figures of a table of true and called classes.</summary>
public static class ClassScores
{
    /// <summary>Mean over the classes that are there of the share of their rows that are called so.</summary>
    /// <param name="calls">The table.</param>
    public static double BalancedAccuracy(ClassTable calls)
    {
        var truths = calls.Truths;
        double[] shares = [.. Enumerable.Range(0, calls.Classes).Where(at => truths[at] > 0).Select(at => calls[at, at] / truths[at])];
        return shares.Length == 0 ? double.NaN : shares.Average();
    }

    /// <summary>The correlation of calls and targets (Gorodkin 2004); 0 where all calls are the same, NaN where all targets are.</summary>
    /// <param name="calls">The table.</param>
    public static double Matthews(ClassTable calls)
    {
        var (truths, called, total) = (calls.Truths, calls.Calls, calls.Total);
        var covariance = (calls.Within(0) * total) - truths.Zip(called, (a, b) => a * b).Sum();
        var ofTruths = (total * total) - truths.Sum(count => count * count);
        var ofCalls = (total * total) - called.Sum(count => count * count);
        return ofTruths == 0 ? double.NaN : ofCalls == 0 ? 0 : covariance / Math.Sqrt(ofTruths * ofCalls);
    }

    /// <summary>Agreement beyond chance (Cohen 1960, 1968); NaN where chance alone agrees fully.</summary>
    /// <param name="calls">The table.</param>
    /// <param name="weights">How much a miss counts.</param>
    public static double Kappa(ClassTable calls, KappaWeights weights)
    {
        var (truths, called, total) = (calls.Truths, calls.Calls, calls.Total);
        var (observed, expected) = (0.0, 0.0);
        for (var truth = 0; truth < calls.Classes; truth++)
        {
            for (var call = 0; call < calls.Classes; call++)
            {
                var weight = Weight(truth - call, weights);
                observed += weight * calls[truth, call];
                expected += weight * truths[truth] * called[call] / total;
            }
        }

        return expected == 0 ? double.NaN : 1 - (observed / expected);
    }

    private static double Weight(int distance, KappaWeights weights) => weights switch
    {
        KappaWeights.Linear => Math.Abs(distance),
        KappaWeights.Quadratic => distance * distance,
        _ => distance == 0 ? 0 : 1,
    };
}
