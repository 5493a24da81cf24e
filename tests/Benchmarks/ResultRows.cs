namespace Framework.Benchmarks;

/// <summary>Makes the rows of one benchmark and tells them.</summary>
internal sealed class ResultRows(IBenchmark benchmark, string? peerName, string device, TextWriter log)
{
    /// <summary>Medians, and the median of the ratios of pairs.</summary>
    public BenchmarkResult Paired(List<double> ours, List<double> theirs, string? figure = null, string? unit = null, bool? lowerIsBetter = null) => Tell(new BenchmarkResult
    {
        Name = Name(figure),
        What = What(figure),
        Ours = Median(ours),
        Peer = theirs.Count == 0 ? null : Median(theirs),
        PeerName = peerName,
        Unit = unit ?? benchmark.Unit,
        Better = lowerIsBetter ?? benchmark.LowerIsBetter ? "lower" : "higher",
        Ratio = theirs.Count == 0 ? null : Median([.. ours.Zip(theirs, (a, b) => a / b)]),
        Runs = ours.Count,
        Machine = Machine.Describe(device),
    });

    private string Name(string? figure) => figure is null ? benchmark.Name : $"{benchmark.Name}.{figure}";

    private string What(string? figure) => figure switch
    {
        null => benchmark.What,
        "images" => "images a second",
        "gpu" => "share of the time in which the GPU works",
        _ => "the most memory at one time, of the whole process; on a GPU of its tensors",
    };

    private BenchmarkResult Tell(BenchmarkResult result)
    {
        log.WriteLine($"  {result.Name}: ours {result.Ours:G4} {result.Unit}" + (result.Peer is null ? ", no peer" : $", {result.PeerName} {result.Peer:G4}, ratio {result.Ratio:F2}"));
        return result;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
