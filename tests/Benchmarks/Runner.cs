using System.Diagnostics;
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
        var mine = new Series();
        var theirs = new Series();
        string? greeting = null;
        for (var i = 0; i < benchmark.Processes; i++)
        {
            using var ours = Worker.StartOurs(benchmark.Name, device, log);
            using var peer = benchmark.HasPeer ? Worker.StartPeer(benchmark.Peer!, JsonSerializer.Deserialize<string[]>(ours.Greeting)!, log) : null;
            greeting ??= peer?.Greeting;
            WarmUp(benchmark.WarmUp, ours, peer);
            for (var j = 0; j < benchmark.Pairs; j++)
            {
                mine.Times.Add(ours.Measure());
                if (peer is not null)
                    theirs.Times.Add(peer.Measure());
            }

            if (benchmark.Images is null)
                continue;
            if (device != "cpu" && GpuShare.During(ours.Measure) is { } share)
            {
                mine.GpuShares.Add(share);
                if (peer is not null && GpuShare.During(peer.Measure) is { } theirShare)
                    theirs.GpuShares.Add(theirShare);
            }

            mine.Memory.Add(ours.Memory());
            if (peer is not null)
                theirs.Memory.Add(peer.Memory());
        }

        return Rows(benchmark, mine, theirs, new ResultRows(benchmark, greeting is null ? null : $"{benchmark.Peer!.Name} ({greeting})", device, log));
    }

    private static void WarmUp(TimeSpan time, Worker ours, Worker? peer)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
        {
            ours.Measure();
            peer?.Measure();
        }
    }

    private IEnumerable<BenchmarkResult> Rows(IBenchmark benchmark, Series mine, Series theirs, ResultRows table)
    {
        yield return table.Paired(mine.Times, theirs.Times);
        if (benchmark.Images is not { } images)
            yield break;
        if (device != "cpu")
            yield return table.Paired([.. mine.Times.Select(time => images / time)], [.. theirs.Times.Select(time => images / time)], "images", "images/s", lowerIsBetter: false);
        if (mine.GpuShares.Count > 0)
            yield return table.Paired(mine.GpuShares, theirs.GpuShares, "gpu", "% of the time", lowerIsBetter: false);
        if (mine.Memory.TrueForAll(double.IsFinite))
            yield return table.Paired(mine.Memory, theirs.Memory, "memory", "MiB", lowerIsBetter: true);
    }

    private sealed class Series
    {
        public List<double> Times { get; } = [];

        public List<double> GpuShares { get; } = [];

        public List<double> Memory { get; } = [];
    }
}
