namespace Framework.Components.Data.Loading;

/// <summary>Joins slices that are cases into one case a series, ordered in space, for models that look at whole series.</summary>
/// <remarks>A split is made of subjects, so that all slices of a series lie in one part of it and none is missing from its series.</remarks>
public static class SeriesJoin
{
    /// <summary>One case for each series, its slices as <see cref="Case.Parts"/>; its labels are the greatest known of its slices.</summary>
    /// <param name="slices">The cases of one part of a split.</param>
    /// <param name="most">The most slices of a series.</param>
    /// <exception cref="DataFormatException">A slice does not say of which series it is or where it lies, or a series has more slices.</exception>
    public static IReadOnlyList<Case> Join(IReadOnlyList<Case> slices, int most)
    {
        foreach (var slice in slices)
        {
            if (slice.Series.Length == 0)
                throw new DataFormatException($"case '{slice.Id}': it belongs to no series, and 'series' joins the slices of each. Use a data source that knows series and positions, or leave 'series' out.");
            if (double.IsNaN(slice.Position))
                throw new DataFormatException($"case '{slice.Id}': nothing says where it lies in its series, and slices are ordered by that. Use a data source that knows positions, or leave 'series' out.");
        }

        return [.. slices.GroupBy(slice => (slice.Subject, slice.Study, slice.Series)).Select(group => Of([.. group], most))];
    }

    private static Case Of(IReadOnlyList<Case> slices, int most)
    {
        Case[] parts = [.. slices.OrderBy(slice => slice.Position).ThenBy(slice => slice.Id, StringComparer.Ordinal)];
        var first = parts[0];
        if (parts.Length > most)
            throw new DataFormatException($"series '{first.Series}': it has {parts.Length} slices, and 'series' sets memory aside for {most}. Raise 'series', or leave slices out of the data.");
        return first with
        {
            Id = first.Series,
            RandomKey = first.RandomKey,
            Locator = "",
            Position = double.NaN,
            Labels = [.. Enumerable.Range(0, first.Labels.Count).Select(label => Greatest(parts, label))],
            Parts = parts,
        };
    }

    private static double Greatest(Case[] parts, int label)
    {
        var known = parts.Select(part => part.Labels[label]).Where(value => !double.IsNaN(value)).ToArray();
        return known.Length == 0 ? double.NaN : known.Max();
    }
}
