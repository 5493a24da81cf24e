namespace Framework.Components.Evaluation;

/// <summary>Counts of positives and negatives at or above each different score, from the highest score down.</summary>
internal sealed class ScoreOrder
{
    private ScoreOrder(List<double> thresholds, List<int> truePositives, List<int> falsePositives)
    {
        (Thresholds, TruePositives, FalsePositives) = (thresholds, truePositives, falsePositives);
    }

    /// <summary>Each different score once, falling.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>Positives whose score is at least the threshold.</summary>
    public IReadOnlyList<int> TruePositives { get; }

    /// <summary>Negatives whose score is at least the threshold.</summary>
    public IReadOnlyList<int> FalsePositives { get; }

    public int Positives => TruePositives.Count == 0 ? 0 : TruePositives[^1];

    public int Negatives => FalsePositives.Count == 0 ? 0 : FalsePositives[^1];

    /// <param name="targets">1 for a positive, 0 for a negative.</param>
    /// <param name="scores">Higher means more likely positive; none is NaN.</param>
    public static ScoreOrder Of(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores)
    {
        var keys = scores.ToArray();
        var values = targets.ToArray();
        Array.Sort(keys, values);
        var (thresholds, truePositives, falsePositives) = (new List<double>(), new List<int>(), new List<int>());
        var (positives, negatives) = (0, 0);
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            if (values[i] > 0.5)
                positives++;
            else
                negatives++;
            if (i > 0 && keys[i - 1] == keys[i])
                continue;
            thresholds.Add(keys[i]);
            truePositives.Add(positives);
            falsePositives.Add(negatives);
        }

        return new ScoreOrder(thresholds, truePositives, falsePositives);
    }
}
