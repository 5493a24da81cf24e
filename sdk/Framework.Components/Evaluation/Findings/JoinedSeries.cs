namespace Framework.Components.Evaluation.Findings;

/// <summary>A table of slices as one of their series, with the findings joined.</summary>
public static class JoinedSeries
{
    /// <summary>A row for each series and model; it has findings and no labels.</summary>
    /// <param name="slices">A table whose rows are slices with findings.</param>
    /// <param name="options">Which findings belong together.</param>
    /// <exception cref="DataFormatException">A slice has no series, or the slices of one cannot be joined.</exception>
    public static Predictions Of(Predictions slices, JoinOptions options)
    {
        var groups = Enumerable.Range(0, slices.Rows.Count).GroupBy(row => (slices.Rows[row].Series, slices.Rows[row].Subject, slices.Rows[row].Fold)).ToList();
        if (groups.FirstOrDefault(group => group.Key.Series.Length == 0) is { } lost)
            throw new DataFormatException($"case '{slices.Rows[lost.First()].Case}' belongs to no series, and findings are to be joined by series. Name the column of the series in 'data', or leave 'join' out.");
        var rows = groups.Select(group => slices.Rows[group.First()] with { Case = group.Key.Series });
        return new Predictions([], [.. rows], [], []) { Findings = [.. groups.Select(group => Join(group.Key.Series, [.. group.Select(row => slices.Findings![row])], options))] };
    }

    /// <summary>The joined series of a row that stands for a study or subject: its lowest parts are series, and theirs slices.</summary>
    /// <exception cref="DataFormatException">The slices of a series cannot be joined.</exception>
    internal static IEnumerable<CaseFindings> Within(CaseFindings row, JoinOptions options) =>
        row.Parts.All(part => part.Parts.Count == 0) ? [SliceJoining.Join(row.Parts, options)] : row.Parts.SelectMany(part => Within(part, options));

    private static CaseFindings Join(string series, IReadOnlyList<CaseFindings> slices, JoinOptions options)
    {
        try
        {
            return SliceJoining.Join(slices, options);
        }
        catch (DataFormatException e)
        {
            throw new DataFormatException($"series '{series}': {e.Message}", e);
        }
    }
}
