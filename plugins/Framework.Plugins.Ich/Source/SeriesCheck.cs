using Framework.Components.Data.Headers;

namespace Framework.Plugins.Ich.Source;

/// <summary>Finds slices that do not belong with their neighbours: not CT, or of another size than the rest of their series.</summary>
internal static class SeriesCheck
{
    public static Dictionary<string, string> Of(IReadOnlyList<DicomHeader> headers)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in headers.Where(header => header.Problem is null && header.Modality != "CT"))
            problems[header.Path] = $"modality is '{header.Modality}'. Slices of this source are 'CT'.";
        foreach (var series in headers.Where(header => header.Problem is null && header.Series.Length > 0).GroupBy(header => header.Series))
        {
            var sizes = series.GroupBy(header => (header.Rows, header.Columns)).OrderByDescending(group => group.Count()).ToArray();
            foreach (var odd in sizes.Skip(1).SelectMany(group => group))
                problems.TryAdd(odd.Path, $"has {odd.Rows} x {odd.Columns} pixels; the other slices of its series have {sizes[0].Key.Rows} x {sizes[0].Key.Columns}.");
        }

        return problems;
    }
}
