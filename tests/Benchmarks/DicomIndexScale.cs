using System.Diagnostics;
using System.Globalization;
using FellowOakDicom;
using Framework.Components.Data.Headers;
using Framework.Components.Data.Series;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>An index of many headers: the memory that its headers and series keep, or how fast it is made. Equal figures for all sizes mean that both are linear.</summary>
internal sealed class DicomIndexScale(int files, bool memory) : IBenchmark
{
    private const int SlicesOfASeries = 40;
    private DirectoryInfo? _folder;

    private string Root => Path.Combine(_folder!.FullName, "images");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"dicom-index-{(memory ? "memory" : "rate")}.{files}");

    public string What => string.Create(CultureInfo.InvariantCulture, $"index of {files:N0} phantom headers and their series, nothing cached: {(memory ? "memory it keeps" : "files read, two cores")}");

    public string Unit => memory ? "bytes/file" : "files/s";

    public bool LowerIsBetter => memory;

    public int Pairs => 3;

    public bool HasPeer => false;

    public PeerCommand? Peer => null;

    public void Prepare()
    {
        _folder = Directory.CreateTempSubdirectory("framework-bench-");
        for (var i = 0; i < files; i++)
        {
            var (series, slice) = (i / SlicesOfASeries, i % SlicesOfASeries);
            var folder = Path.Combine(Root, series.ToString("D6", CultureInfo.InvariantCulture));
            if (slice == 0)
                Directory.CreateDirectory(folder);
            new DicomFile(PhantomHeader.Of(series, slice, SlicesOfASeries)).Save(Path.Combine(folder, slice.ToString("D4", CultureInfo.InvariantCulture) + ".dcm"));
        }

        Measure();
    }

    public double Measure()
    {
        var before = memory ? GC.GetTotalMemory(forceFullCollection: true) : 0;
        var start = Stopwatch.GetTimestamp();
        var context = new IndexContext { CacheFolder = Path.Combine(_folder!.FullName, "cache" + Guid.NewGuid().ToString("N")) };
        var headers = DicomHeaderIndex.Of(Root, context);
        var rate = headers.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var found = SeriesFinder.Group(Root, headers);
        var kept = memory ? GC.GetTotalMemory(forceFullCollection: true) - before : 0;
        GC.KeepAlive(headers);
        GC.KeepAlive(found);
        if (found.Series.Count != files / SlicesOfASeries)
            throw new InvalidOperationException($"{found.Series.Count} series were found");
        return memory ? kept / (double)files : rate;
    }

    public void Dispose() => _folder?.Delete(recursive: true);
}
