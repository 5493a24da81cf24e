namespace Framework.Benchmarks;

/// <summary>Takes ours and the peer's in turn, so that a noisy moment of the machine meets both.</summary>
internal static class Runner
{
    public static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static BenchmarkResult Run(IBenchmark benchmark, TextWriter log)
    {
        log.WriteLine($"{benchmark.Name}: {benchmark.What}");
        benchmark.Prepare();
        using var peer = benchmark.Peer is { } command ? Peer.Start(command) : null;
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var i = 0; i < benchmark.Pairs; i++)
        {
            ours.Add(benchmark.Measure());
            if (peer is not null)
                theirs.Add(peer.Measure());
        }

        var result = new BenchmarkResult
        {
            Name = benchmark.Name,
            What = benchmark.What,
            Ours = Median(ours),
            Peer = peer is null ? null : Median(theirs),
            PeerName = peer is null ? null : $"{benchmark.Peer!.Name} ({peer.Version})",
            Unit = benchmark.Unit,
            Better = benchmark.LowerIsBetter ? "lower" : "higher",
            Ratio = peer is null ? null : Median([.. ours.Zip(theirs, (a, b) => a / b)]),
            Runs = benchmark.Pairs,
            Machine = Machine.Describe(),
        };
        log.WriteLine($"  ours {result.Ours:G4} {result.Unit}" + (peer is null ? ", no peer installed" : $", {result.PeerName} {result.Peer:G4}, ratio {result.Ratio:F2}"));
        return result;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
