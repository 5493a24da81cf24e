using System.Diagnostics;
using Framework.Components.Data.Headers;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>Header index without a cache, on one core.</summary>
internal sealed class DicomIndexRate : IBenchmark
{
    private const int Files = 400;
    private SliceCohort? _cohort;

    public string Name => "dicom-index";

    public string What => "header index of 512 x 512 DICOM slices, nothing cached, one core";

    public string Unit => "files/s";

    public bool LowerIsBetter => false;

    public int Pairs => 7;

    public PeerCommand? Peer => new("pydicom", "dicom_index.py", _cohort?.Images ?? "");

    public void Prepare()
    {
        _cohort = new SliceCohort(Files);
        for (var i = 0; i < 10; i++)
            Measure();
    }

    public double Measure()
    {
        var cache = Path.Combine(_cohort!.Root, "empty-cache");
        if (Directory.Exists(cache))
            Directory.Delete(cache, recursive: true);
        var start = Stopwatch.GetTimestamp();
        var headers = DicomHeaderIndex.Of(_cohort.Images, new IndexContext { CacheFolder = cache }, threads: 1);
        return headers.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _cohort?.Dispose();
}
