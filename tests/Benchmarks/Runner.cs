using System.Text.Json;

namespace Framework.Benchmarks;

/// <summary>Takes ours and the peer's in turn, so that a noisy moment of the machine meets both. Each is a process of its own.</summary>
internal sealed class Runner(string device, TextWriter log)
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The figure; for a network also images/s on a GPU, the share of the time in which it works, and memory.</summary>
    public IEnumerable<BenchmarkResult> Run(IBenchmark benchmark)
    {
        log.WriteLine($"{benchmark.Name}: {benchmark.What}");
        using var ours = Worker.StartOurs(benchmark.Name, device, log);
        using var peer = benchmark.HasPeer ? Worker.StartPeer(benchmark.Peer!, JsonSerializer.Deserialize<string[]>(ours.Greeting)!, log) : null;
        var mine = new List<double>();
        var theirs = new List<double>();
        for (var i = 0; i < benchmark.Pairs; i++)
        {
            mine.Add(ours.Measure());
            if (peer is not null)
                theirs.Add(peer.Measure());
        }

        var table = new ResultRows(benchmark, peer is null ? null : $"{benchmark.Peer!.Name} ({peer.Greeting})", log);
        yield return table.Paired(mine, theirs);
        if (benchmark.Images is not { } images)
            yield break;
        if (device != "cpu")
        {
            yield return table.Paired([.. mine.Select(time => images / time)], [.. theirs.Select(time => images / time)], "images", "images/s", lowerIsBetter: false);
            if (GpuShare.During(ours.Measure) is { } share)
                yield return table.Single(share, peer is null ? null : GpuShare.During(peer.Measure), "gpu", "% of the time", lowerIsBetter: false);
        }

        yield return table.Single(ours.Memory(), peer?.Memory(), "memory", "MiB", lowerIsBetter: true);
    }
}
