using Framework.Components.Data.Cache;

namespace Framework.Components.Tests.Data.Cache;

/// <summary>Cases in files of their own: the pixels are the file's bytes times a factor. Counts how often a file was really read.</summary>
internal sealed class CacheCohort : IDataSource, ICaseFiles, IDisposable
{
    public static readonly Geometry Grid = new([0.5, 0, 0, 10, 0, 0.25, 0, -3, 0, 0, 5, 40, 0, 0, 0, 1]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-cache-");
    private readonly float _factor;
    private int _loaded;

    public CacheCohort(int cases, float factor = 1, int size = 64)
    {
        _factor = factor;
        Cases = Components.Tests.Data.Cohort.Cases(cases);
        foreach (var item in Cases)
        {
            Write(item, [.. Enumerable.Range(0, size).Select(i => (byte)(i * 7 + item.Id.Length))]);
            File.SetLastWriteTimeUtc(PathOf(item), DateTime.UnixEpoch.AddDays(20_000));
        }
    }

    public Case[] Cases { get; }

    public int Loaded => _loaded;

    public string CacheFolder => Path.Combine(_folder.FullName, "cache");

    public SettableTime Time { get; } = new();

    public List<string> Warnings { get; } = [];

    public string[] CacheFiles => Directory.Exists(CacheFolder) ? Directory.GetFiles(CacheFolder, "*", SearchOption.AllDirectories) : [];

    public string PathOf(Case item) => Path.Combine(_folder.FullName, item.Id + ".raw");

    public void Write(Case item, byte[] content) => File.WriteAllBytes(PathOf(item), content);

    public SampleCache Open(long size = 1_000_000_000) => new(new CacheOptions { Folder = CacheFolder, Size = new ByteSize(size) }, Time, Warn);

    public SamplePipeline Pipeline(SampleCache cache, string key = "head", params TransformStep[] steps) =>
        new(this, steps, new RandomStream(5)) { Cache = new HeadCache(cache, this, new HeadKeys(key, key)) };

    public float[] Load(SamplePipeline pipeline, int number = 0)
    {
        using var workspace = new SampleWorkspace();
        return pipeline.Load(Cases[number], Phase.Train, 0, workspace).Image.Pixels.ToArray();
    }

    public DataIndex Index(IndexContext context) => throw new NotSupportedException();

    public IReadOnlyList<string> FilesOf(Case item) => [PathOf(item)];

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        Interlocked.Increment(ref _loaded);
        var bytes = File.ReadAllBytes(PathOf(item));
        var image = workspace.Allocate([1, 2, bytes.Length / 2], geometry: Grid, encoding: new PixelEncoding { Slope = 2, Intercept = -1024, BitsStored = 12, Signed = true, Modality = "CT" });
        for (var i = 0; i < bytes.Length; i++)
            image.Pixels[i] = bytes[i] * _factor;
        var mask = workspace.Allocate([1, 2, bytes.Length / 2], geometry: Grid);
        for (var i = 0; i < bytes.Length; i++)
            mask.Pixels[i] = bytes[i] % 2;
        return new Sample(item, image).With(mask, "mask")
            .With([Box.From("bleed", new VoxelBox(new VoxelPoint(1, 0, 0), new VoxelPoint(3, 2, 1)), Grid)])
            .With([new Landmark("L4-L5", new PatientPoint(1.5, -2.25, 3))]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Warn(string message)
    {
        lock (Warnings)
            Warnings.Add(message);
    }

    /// <summary>A clock that a test sets.</summary>
    internal sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
