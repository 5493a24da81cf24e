using Framework.Components.Data.Cache;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>The same slices as <see cref="DicomSliceRate"/>, from a warm cache: each was prepared before, and mapped once.</summary>
internal sealed class CacheRead : IBenchmark
{
    private const int Slices = 120;
    private SliceCohort? _cohort;
    private SampleCache? _cache;
    private SamplePipeline? _pipeline;
    private IReadOnlyList<Case> _cases = [];

    public string Name => "cache-read";

    public string What => "network input of 3 x 224 x 224 from a warm cache, one core";

    public string Unit => "slices/s";

    public bool LowerIsBetter => false;

    public int Pairs => 7;

    public bool HasPeer => false;

    public PeerCommand? Peer => null;

    public void Prepare()
    {
        _cohort = new SliceCohort(Slices);
        foreach (var file in Directory.EnumerateFiles(_cohort.Images))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(20_000)); // what was written this moment is not kept
        _cases = _cohort.Source.Index(_cohort.Context()).Cases;
        _cache = new SampleCache(new CacheOptions { Folder = Path.Combine(_cohort.Root, "samples"), Size = new ByteSize(10_000_000_000) }, TimeProvider.System, Console.Error.WriteLine);
        _pipeline = new SamplePipeline(_cohort.Source, SliceCohort.Steps, new RandomStream(1)) { Cache = new HeadCache(_cache, _cohort.Source, new HeadKeys("head", "head")) };
        for (var i = 0; i < 60; i++)
            Measure(); // enough calls for the compiler's last tier
    }

    public double Measure() => SliceCohort.Rate(_pipeline!, _cases);

    public void Dispose()
    {
        _cache?.Dispose();
        _cohort?.Dispose();
    }
}
