using System.Diagnostics;
using System.Globalization;
using FellowOakDicom;
using FellowOakDicom.IO.Buffer;
using Framework.Components.Data.Series;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>A folder of slices to one volume: read again, ordered, decoded and rescaled on all cores. Headers are indexed beforehand, as in a run.</summary>
internal sealed class DicomVolumeRead : IBenchmark
{
    private const int Slices = 240;
    private const int Side = 512;
    private DirectoryInfo? _folder;
    private readonly SampleWorkspace _workspace = new();
    private DicomSeries? _series;

    private string Root => Path.Combine(_folder!.FullName, "series");

    public string Name => "dicom-volume";

    public string What => "DICOM series of 240 slices (512 x 512) to one volume in Hounsfield units, two cores";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 7;

    public PeerCommand? Peer => new("pydicom", "dicom_volume.py", _folder is null ? "" : Root);

    public void Prepare()
    {
        _folder = Directory.CreateTempSubdirectory("framework-bench-");
        Directory.CreateDirectory(Root);
        using var workspace = new SampleWorkspace();
        var slice = workspace.Allocate([1, 1, Side, Side]);
        NoisyHead.Fill(slice);
        var stored = new byte[2 * Side * Side];
        for (var i = 0; i < slice.Length; i++)
            BitConverter.TryWriteBytes(stored.AsSpan(2 * i), (short)(slice.Pixels[i] + 1024));
        for (var z = 0; z < Slices; z++)
            Write(z, stored);
        _series = SeriesFinder.Find(Root, new IndexContext { CacheFolder = Path.Combine(_folder!.FullName, "cache") }).Series.Single();
        for (var i = 0; i < 5; i++)
            Measure();
    }

    public double Measure()
    {
        _workspace.Reset();
        var start = Stopwatch.GetTimestamp();
        DicomVolume.Read(_series!, _workspace, new DicomVolumeOptions { Threads = 2 });
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder?.Delete(recursive: true);
    }

    private void Write(int z, byte[] stored)
    {
        var dataset = PhantomHeader.Of(0, z, Slices);
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)Side);
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)Side);
        dataset.AddOrUpdate(new DicomOtherWord(DicomTag.PixelData, new MemoryByteBuffer(stored)));
        new DicomFile(dataset).Save(Path.Combine(Root, z.ToString("D4", CultureInfo.InvariantCulture) + ".dcm"));
    }
}
