using System.Globalization;

namespace Framework.Components.Data.Series;

/// <summary>Tells slices at one place apart: echoes, time points, b-values, magnitude and phase, acquisitions.</summary>
internal static class PlaceTags
{
    /// <summary>Millimetres below which two slices lie at one place.</summary>
    public const double OnePlace = 0.01;

    private static readonly (string Name, Func<SeriesSlice, string> Value)[] Tags =
    [
        ("echo time", slice => Text(slice.Acquisition.EchoTime)),
        ("temporal position", slice => Text(slice.Acquisition.TemporalPosition)),
        ("b-value", slice => Text(slice.Acquisition.DiffusionB)),
        ("image type", slice => slice.Acquisition.ImageType),
        ("acquisition number", slice => Text(slice.Acquisition.Acquisition)),
    ];

    /// <summary>The stacks of a group; where no tag tells its slices apart, the group as it is, whose stack then says so.</summary>
    public static IReadOnlyList<(string Tags, List<SeriesSlice> Slices)> Separate(List<SeriesSlice> slices)
    {
        if (!HaveOnePlace(slices))
            return [("", slices)];
        foreach (var tags in Combinations())
        {
            var stacks = slices.GroupBy(slice => string.Join('|', tags.Select(tag => tag.Value(slice)))).Select(group => group.ToList()).ToArray();
            if (stacks.Length > 1 && !stacks.Any(HaveOnePlace))
                return [.. stacks.Select(stack => (string.Join(" and ", tags.Select(tag => tag.Name)), stack))];
        }

        return [("", slices)];
    }

    // One tag, else two: more are not needed by any protocol met so far.
    private static IEnumerable<(string Name, Func<SeriesSlice, string> Value)[]> Combinations()
    {
        foreach (var tag in Tags)
            yield return [tag];
        for (var i = 0; i < Tags.Length; i++)
        {
            for (var j = i + 1; j < Tags.Length; j++)
                yield return [Tags[i], Tags[j]];
        }
    }

    private static bool HaveOnePlace(List<SeriesSlice> slices)
    {
        var normal = slices[0].Normal;
        var places = slices.Select(slice => slice.Position.Dot(normal)).Order().ToArray();
        return places.Zip(places.Skip(1)).Any(pair => pair.Second - pair.First < OnePlace);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
