namespace Framework.Components.Evaluation;

/// <summary>Some rows of a table of predictions.</summary>
public static class TableRows
{
    /// <summary>A table of those rows in that order, with their thresholds.</summary>
    /// <param name="from">The table.</param>
    /// <param name="rows">Numbers of rows; one may stand several times.</param>
    public static Predictions Take(Predictions from, IReadOnlyList<int> rows)
    {
        var labels = from.Labels.Count;
        var (targets, outputs) = (new double[rows.Count * labels], new double[rows.Count * labels]);
        for (var i = 0; i < rows.Count; i++)
        {
            from.Targets.Slice(rows[i] * labels, labels).CopyTo(targets.AsSpan(i * labels));
            from.Outputs.Slice(rows[i] * labels, labels).CopyTo(outputs.AsSpan(i * labels));
        }

        return new Predictions(from.Labels, [.. rows.Select(row => from.Rows[row])], targets, outputs)
        {
            Groups = from.Groups,
            Findings = from.Findings is { } findings ? [.. rows.Select(row => findings[row])] : null,
            Thresholds = from.Thresholds.Count == 0 ? [] : [.. rows.SelectMany(row => Enumerable.Range(0, labels).Select(label => from.Threshold(row, label)))],
        };
    }
}
