namespace Framework.Components.Evaluation.Figures;

/// <summary>What is asked of a case: whether a label is present, or which class of a group it is.</summary>
/// <param name="Name">The label or the group.</param>
/// <param name="Labels">Positions of its labels; one for a label of its own.</param>
/// <param name="IsOrdered">Whether its classes are grades.</param>
internal sealed record Question(string Name, int[] Labels, bool IsOrdered)
{
    public bool IsGroup => Labels.Length > 1;

    /// <summary>The questions of a table in the order of their first labels.</summary>
    public static IReadOnlyList<Question> Of(Predictions table)
    {
        var ordered = table.Groups.Where(group => group.IsOrdered).Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
        return [.. table.Questions().Select(question => new Question(question.Name, question.Labels, question.Labels.Length > 1 && ordered.Contains(question.Name)))];
    }

    /// <summary>The class of a row by its targets: a position in <see cref="Labels"/>; null where it is missing.</summary>
    /// <exception cref="DataFormatException">Not exactly one class is 1.</exception>
    public int? Truth(Predictions table, int row)
    {
        var (truth, positives) = (-1, 0);
        for (var at = 0; at < Labels.Length; at++)
        {
            var target = table.Target(row, Labels[at]);
            if (double.IsNaN(target))
                return null;
            if (target > 0.5)
                (truth, positives) = (at, positives + 1);
        }

        return positives == 1 ? truth : throw new DataFormatException(
            $"the case '{table.Rows[row].Case}' has {positives} of the classes of '{Name}'; it must have exactly one, or all must be missing. Correct its labels.");
    }

    /// <summary>The class of a row by its outputs: the greatest, the first of several.</summary>
    public int Called(Predictions table, int row)
    {
        var best = 0;
        for (var at = 1; at < Labels.Length; at++)
        {
            if (table.Output(row, Labels[at]) > table.Output(row, Labels[best]))
                best = at;
        }

        return best;
    }

    /// <summary>The rows whose targets are known.</summary>
    public int[] KnownRows(Predictions table) =>
        [.. Enumerable.Range(0, table.Rows.Count).Where(row => Array.TrueForAll(Labels, label => !double.IsNaN(table.Target(row, label))))];
}
