using System.Diagnostics;
using FellowOakDicom;
using Framework.Components.Data;
using Framework.Components.Data.Headers;
using Framework.Components.Data.Series;

namespace Framework.Components.Tests.Data.Series;

[Collection(nameof(OneAtATime))]
public sealed class MutatedSeriesTests : IDisposable
{
    private const long Overhead = 1 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("framework-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Read_MutatedFiles_GivesVolumesOrNamedErrors(int seed, bool enhanced)
    {
        var path = Path.Combine(_folder, "m.dcm");
        (enhanced ? DicomVolumeTests.Enhanced(frames: 4) : new SliceFile { Size = (8, 9) }).Write(_folder, "m.dcm");
        var original = File.ReadAllBytes(path);
        var (read, refused) = (0, 0);
        foreach (var file in MutatedFiles.Of([original], seed))
        {
            File.WriteAllBytes(path, file);
            var started = Stopwatch.GetTimestamp();
            var before = GC.GetAllocatedBytesForCurrentThread();
            (read, refused) = TryRead(path, file.Length) ? (read + 1, refused) : (read, refused + 1);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (16 * file.Length) + Overhead);
        }

        Assert.Equal(MutatedFiles.Count, read + refused);
        Assert.InRange(refused, MutatedFiles.Count / 8, MutatedFiles.Count);
        Assert.InRange(read, 1, MutatedFiles.Count);
    }

    /// <summary>Header, grouping, volume; and the single slice, whose reader has its own checks.</summary>
    private bool TryRead(string path, long size)
    {
        var header = DicomHeaderReader.Read(_folder, "m.dcm", size, 0);
        var found = SeriesFinder.Group(_folder, [header]);
        Assert.All(found.Problems.Concat(found.LeftOut), problem => Assert.StartsWith("m.dcm", problem.Place, StringComparison.Ordinal));
        Assert.True(found.Series.Count + found.Problems.Count + found.LeftOut.Count > 0);
        var read = found.Series.Count > 0 && found.Series.All(series => Named(workspace => DicomVolume.Read(series, workspace, new DicomVolumeOptions { Threads = 1, Padding = 0 })));
        Named(workspace => DicomSlice.Read(path, "m.dcm", workspace));
        return read;
    }

    private static bool Named(Func<SampleWorkspace, Image> read)
    {
        using var workspace = new SampleWorkspace();
        try
        {
            read(workspace);
            return true;
        }
        catch (DataFormatException e)
        {
            Assert.StartsWith("m.dcm", e.Message, StringComparison.Ordinal);
            return false;
        }
    }
}
