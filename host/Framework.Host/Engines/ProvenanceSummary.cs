using System.Globalization;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>A run's provenance in pairs of words, for the report and the screen.</summary>
internal static class ProvenanceSummary
{
    /// <summary>The pairs, the most asked for first; none where a run has no provenance.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(RunFolder run)
    {
        if (run.Provenance is not { } provenance)
            return [];
        var pairs = new List<(string, string)>
        {
            ("experiment", provenance.Experiment),
            ("experiment hash", provenance.Hash),
            ("seed", provenance.Seed.ToString(CultureInfo.InvariantCulture)),
            ("data", Of(provenance.Data)),
        };
        pairs.AddRange(provenance.Components.Select(build => (build.Assembly, $"{build.Version} (build {build.Build})")));
        if (provenance.Starts.Count > 0)
            pairs.AddRange(Of(provenance.Starts, RunDevices.Of(run)));
        return pairs;
    }

    private static string Of(DataFacts data) => $"{data.Source}: {data.Cases} cases of {data.Subjects} subjects, fingerprint {data.Fingerprint}";

    private static IEnumerable<(string, string)> Of(IReadOnlyList<RunStart> starts, IReadOnlyList<string> devices)
    {
        var last = starts[^1];
        var where = devices.Count > 0 ? string.Join(" and ", devices) : "each job's own";
        yield return ("device", string.Create(CultureInfo.InvariantCulture, $"{where}, {last.Threads} threads{(last.Ranks > 1 ? $" in each of {last.Ranks} ranks" : "")}"));
        foreach (var (name, version) in last.Versions)
            yield return (name, version);
        foreach (var start in starts)
            yield return ("started", string.Create(CultureInfo.InvariantCulture, $"{start.Started:yyyy-MM-dd'T'HH:mm:ss'Z'}: {start.CommandLine}"));
    }
}
