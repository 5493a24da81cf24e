namespace Framework.Components.Evaluation.Comparison;

/// <summary>Two tables over the same cases in the same order.</summary>
public sealed class PairedPredictions
{
    private PairedPredictions(Predictions first, Predictions second, int left)
    {
        (First, Second, LeftOut) = (first, second, left);
    }

    /// <summary>The first model's predictions.</summary>
    public Predictions First { get; }

    /// <summary>The second model's predictions, row by row of the same cases.</summary>
    public Predictions Second { get; }

    /// <summary>How many cases only one of them has; they are in neither table here.</summary>
    public int LeftOut { get; }

    /// <summary>Brings the cases that both have into one order.</summary>
    /// <param name="first">One row a case.</param>
    /// <param name="second">One row a case.</param>
    /// <exception cref="ExperimentException">They have no case in common, other labels, or different targets for a case.</exception>
    public static PairedPredictions Of(Predictions first, Predictions second)
    {
        if (!first.Labels.SequenceEqual(second.Labels))
            throw new ExperimentException($"these predictions cannot be compared: one has the labels {string.Join(", ", first.Labels)}, the other {string.Join(", ", second.Labels)}. Compare runs of the same labels.");
        var places = second.Rows.Select((row, at) => (row.Case, at)).ToDictionary(pair => pair.Case, pair => pair.at, StringComparer.Ordinal);
        var pairs = first.Rows.Select((row, at) => (First: at, Second: places.GetValueOrDefault(row.Case, -1))).Where(pair => pair.Second >= 0).ToList();
        if (pairs.Count == 0)
            throw new ExperimentException("these predictions cannot be compared: they have no case in common. Compare runs on the same data with the same split.");
        var result = new PairedPredictions(
            TableRows.Take(first, [.. pairs.Select(pair => pair.First)]),
            TableRows.Take(second, [.. pairs.Select(pair => pair.Second)]),
            first.Rows.Count + second.Rows.Count - (2 * pairs.Count));
        result.CheckTargets();
        return result;
    }

    private void CheckTargets()
    {
        for (var i = 0; i < First.Targets.Length; i++)
        {
            if (!First.Targets[i].Equals(Second.Targets[i]))
                throw new ExperimentException($"these predictions cannot be compared: the case '{First.Rows[i / First.Labels.Count].Case}' has different targets in them. Run both on the same labels.");
        }
    }
}
