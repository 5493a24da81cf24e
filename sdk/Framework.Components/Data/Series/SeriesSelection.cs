namespace Framework.Components.Data.Series;

/// <summary>Picks one of a subject's series by an ordered list of preferences, and says why not the others.</summary>
/// <param name="options">Rules and tie-break.</param>
public sealed class SeriesSelection(SelectSeriesOptions options)
{
    /// <summary>Chooses.</summary>
    /// <param name="series">The subject's series, in any order: the choice does not depend on it.</param>
    public SeriesChoice Choose(IReadOnlyList<SeriesSummary> series)
    {
        var misfits = series.Select(item => options.Prefer.Select(rule => RuleFit.Misfit(rule, item)).ToArray()).ToArray();
        var rules = misfits.Select(texts => Array.IndexOf(texts, null)).ToArray();
        var best = rules.Where(rule => rule >= 0).DefaultIfEmpty(-1).Min();
        var chosen = best < 0 ? null : Ordered(series.Where((_, i) => rules[i] == best)).First();
        return new SeriesChoice
        {
            Chosen = chosen,
            Reasons = [.. series.Select((item, i) => new SeriesReason(item, rules[i] + 1, Text(item, chosen, rules[i], best, misfits[i])))],
        };
    }

    private IEnumerable<SeriesSummary> Ordered(IEnumerable<SeriesSummary> series)
    {
        var first = series.OrderBy(item => item.Number).ThenBy(item => item.Id, StringComparer.Ordinal);
        return options.TieBreak switch
        {
            SeriesTieBreak.First => first,
            SeriesTieBreak.Last => first.Reverse(),
            _ => first.OrderByDescending(item => item.Slices),
        };
    }

    private string Text(SeriesSummary item, SeriesSummary? chosen, int rule, int best, string?[] misfits)
    {
        if (ReferenceEquals(item, chosen))
            return FormattableString.Invariant($"chosen by rule {rule + 1} of {options.Prefer.Count}");
        if (rule < 0)
            return string.Join("; ", misfits.Select((text, i) => FormattableString.Invariant($"rule {i + 1}: {text}")));
        if (rule > best)
            return FormattableString.Invariant($"fits rule {rule + 1}, and another series fits rule {best + 1}");
        var (mine, its) = (item, chosen!);
        return options.TieBreak switch
        {
            SeriesTieBreak.First => FormattableString.Invariant($"fits rule {rule + 1} too, and the chosen series came before it (series {its.Number}, {mine.Number})"),
            SeriesTieBreak.Last => FormattableString.Invariant($"fits rule {rule + 1} too, and the chosen series came after it (series {its.Number}, {mine.Number})"),
            _ => FormattableString.Invariant($"fits rule {rule + 1} too, with {mine.Slices} slices beside {its.Slices}"),
        };
    }
}
