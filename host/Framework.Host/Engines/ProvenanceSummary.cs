using System.Globalization;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>A run's provenance in pairs of words, for the report and the screen.</summary>
internal static class ProvenanceSummary
{
    /// <summary>The pairs, the most asked for first.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Provenance provenance)
    {
        var pairs = new List<(string, string)>
        {
            ("experiment", provenance.Experiment),
            ("experiment hash", provenance.Hash),
            ("seed", provenance.Seed.ToString(CultureInfo.InvariantCulture)),
            ("data", Of(provenance.Data)),
        };
        pairs.AddRange(provenance.Components.Select(build => (build.Assembly, $"{build.Version} (build {build.Build})")));
        if (provenance.Starts.Count > 0)
            pairs.AddRange(Of(provenance.Starts));
        return pairs;
    }

    private static string Of(DataFacts data) => $"{data.Source}: {data.Cases} cases of {data.Subjects} subjects, fingerprint {data.Fingerprint}";

    private static IEnumerable<(string, string)> Of(IReadOnlyList<RunStart> starts)
    {
        var last = starts[^1];
        yield return ("device", string.Create(CultureInfo.InvariantCulture, $"{last.Device}, {last.Threads} threads{(last.Ranks > 1 ? $" in each of {last.Ranks} ranks" : "")}"));
        foreach (var (name, version) in last.Versions)
            yield return (name, version);
        foreach (var start in starts)
            yield return ("started", string.Create(CultureInfo.InvariantCulture, $"{start.Started:yyyy-MM-dd'T'HH:mm:ss'Z'}: {start.CommandLine}"));
    }
}
