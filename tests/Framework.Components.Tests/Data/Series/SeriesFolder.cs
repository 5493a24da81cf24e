using Framework.Components.Data.Series;

namespace Framework.Components.Tests.Data.Series;

/// <summary>A temporary folder of slices, and what is found in it.</summary>
public sealed class SeriesFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("framework-series-").FullName;
    private readonly SampleWorkspace _workspace = new();

    public string Root => Path.Combine(_folder, "data");

    internal void Write(string name, SliceFile slice) => slice.Write(Root, name);

    /// <summary>Slices a.dcm, b.dcm... at these heights, numbered in this order.</summary>
    internal void WriteStack(SliceFile like, params double[] heights)
    {
        for (var i = 0; i < heights.Length; i++)
            Write($"{(char)('a' + i)}.dcm", like with { Number = i + 1, Position = (like.Position.X, like.Position.Y, heights[i]), Stored = [.. Enumerable.Repeat((short)(heights[i] * 10), 6)] });
    }

    public SeriesInventory Find() => SeriesFinder.Find(Root, new IndexContext { CacheFolder = Path.Combine(_folder, "cache") });

    /// <summary>The only series, of a folder without problems.</summary>
    public DicomSeries Single()
    {
        var found = Find();
        Assert.Empty(found.Problems);
        return Assert.Single(found.Series);
    }

    public Image Read(DicomSeries series, DicomVolumeOptions? options = null) => DicomVolume.Read(series, _workspace, options);

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
