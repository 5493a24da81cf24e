using System.Globalization;
using Framework.Components.Data.Cache;

namespace Framework.Components.Tests.Data.Cache;

public sealed class HeadCacheTests
{
    [Theory]
    [InlineData(1f)]      // whole numbers: kept as bytes
    [InlineData(-40f)]    // as 16 bits
    [InlineData(0.3f)]    // as floats
    public void Load_SecondTime_GivesTheSameSampleWithoutReadingTheFile(float factor)
    {
        using var cohort = new CacheCohort(1, factor);
        using (var cache = cohort.Open())
            cohort.Load(cohort.Pipeline(cache));
        using var again = cohort.Open(); // as another process
        using var workspace = new SampleWorkspace();
        var expected = cohort.Load(cohort.Cases[0], workspace);
        var actual = cohort.Pipeline(again).Load(cohort.Cases[0], Phase.Train, 0, workspace);
        Assert.Equal(2, cohort.Loaded); // the first, and what is expected
        Assert.Same(cohort.Cases[0], actual.Case);
        Assert.Equal(["image", "mask"], actual.Images.Select(pair => pair.Name));
        foreach (var (name, image) in expected.Images)
        {
            Assert.Equal(image.Shape.ToArray(), actual[name].Shape.ToArray());
            Assert.Equal(image.Pixels.ToArray(), actual[name].Pixels.ToArray());
            Assert.Equal(image.Geometry.Affine.ToArray(), actual[name].Geometry.Affine.ToArray());
            Assert.Equal(image.Encoding, actual[name].Encoding);
        }

        Assert.Equal(expected.Boxes.Select(box => (box.Label, string.Join(' ', box.Extent.Affine.ToArray()))), actual.Boxes.Select(box => (box.Label, string.Join(' ', box.Extent.Affine.ToArray()))));
        Assert.Equal(expected.Landmarks, actual.Landmarks);
    }

    [Fact]
    public void Load_AnotherKey_Misses()
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        cohort.Load(cohort.Pipeline(cache, "windows 40 80"));
        cohort.Load(cohort.Pipeline(cache, "windows 40 90"));
        cohort.Load(cohort.Pipeline(cache, "windows 40 80"));
        Assert.Equal((2, 2), (cohort.Loaded, cohort.CacheFiles.Length));
    }

    [Fact]
    public void Load_OtherBytesInTheFile_Misses()
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        var before = cohort.Load(cohort.Pipeline(cache));
        cohort.Write(cohort.Cases[0], new byte[64]);
        File.SetLastWriteTimeUtc(cohort.PathOf(cohort.Cases[0]), DateTime.UnixEpoch.AddDays(20_001));
        Assert.NotEqual(before, cohort.Load(cohort.Pipeline(cache)));
        Assert.Equal(new float[64], cohort.Load(cohort.Pipeline(cache)));
        Assert.Equal((2, 1), (cohort.Loaded, cohort.CacheFiles.Length));
    }

    [Fact]
    public void Load_TouchedFileOfTheSameBytes_Hits()
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        cohort.Load(cohort.Pipeline(cache));
        File.SetLastWriteTimeUtc(cohort.PathOf(cohort.Cases[0]), DateTime.UnixEpoch.AddDays(20_001));
        cohort.Load(cohort.Pipeline(cache));
        Assert.Equal(1, cohort.Loaded);
    }

    [Fact]
    public void Load_FileWrittenThisMoment_IsNotKept()
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        cohort.Time.Now = new DateTimeOffset(DateTime.UnixEpoch.AddDays(20_000), TimeSpan.Zero).AddSeconds(1);
        cohort.Load(cohort.Pipeline(cache));
        Assert.Empty(cohort.CacheFiles);
        cohort.Time.Now += TimeSpan.FromSeconds(2);
        cohort.Load(cohort.Pipeline(cache));
        Assert.Single(cohort.CacheFiles);
    }

    [Theory]
    [InlineData("label")]
    [InlineData("attribute")]
    public void Load_CaseThatDiffers_Misses(string what)
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        var pipeline = cohort.Pipeline(cache);
        using var workspace = new SampleWorkspace();
        var other = what == "label" ? cohort.Cases[0] with { Labels = [1, 1] } : cohort.Cases[0] with { Attributes = new Dictionary<string, string> { ["level"] = "L4" } };
        foreach (var item in new[] { cohort.Cases[0], other, cohort.Cases[0], other })
            pipeline.Load(item, Phase.Train, 0, workspace);
        Assert.Equal(2, cohort.Loaded);
    }

    [Theory]
    [InlineData(3)]   // the magic
    [InlineData(20)]  // the checksum
    [InlineData(40)]  // the description
    [InlineData(-1)]  // the values
    public void Load_FlippedByte_IsToldNamedAndMadeAgain(int at)
    {
        using var cohort = new CacheCohort(2);
        float[] before;
        using (var cache = cohort.Open())
            before = cohort.Load(cohort.Pipeline(cache));
        var file = Assert.Single(cohort.CacheFiles);
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x10;
        File.WriteAllBytes(file, bytes);
        using var again = cohort.Open();
        Assert.Equal(before, cohort.Load(cohort.Pipeline(again)));
        Assert.Equal(2, cohort.Loaded);
        var fact = at == 3 ? "it is no file of this cache" : "its bytes are not those that were written";
        Assert.Equal($"{file}: the kept sample of case 'case0' is damaged: {fact}. It is made again.", Assert.Single(cohort.Warnings));
        cohort.Load(cohort.Pipeline(again));
        Assert.Equal(2, cohort.Loaded); // kept anew
    }

    [Fact]
    public void Load_FileCutShort_IsToldAndMadeAgain()
    {
        using var cohort = new CacheCohort(1);
        using (var cache = cohort.Open())
            cohort.Load(cohort.Pipeline(cache));
        var file = Assert.Single(cohort.CacheFiles);
        foreach (var length in new[] { 0, 31, 32, 100, (int)new FileInfo(file).Length - 1 })
        {
            using (var stream = File.OpenWrite(file))
                stream.SetLength(length);
            using var again = cohort.Open();
            cohort.Load(cohort.Pipeline(again));
        }

        Assert.Equal((6, 5), (cohort.Loaded, cohort.Warnings.Count));
    }

    [Fact]
    public void Load_SampleThatSomebodyChanges_StaysInTheCacheAsItWas()
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        var vandal = new TransformStep("vandal", new Vandal());
        var first = cohort.Pipeline(cache, "head", vandal); // random: what stands before it is kept
        using var workspace = new SampleWorkspace();
        var expected = cohort.Load(cohort.Cases[0], workspace).Image.Pixels.ToArray();
        for (var i = 0; i < 3; i++)
            Assert.All(cohort.Load(first), value => Assert.Equal(-7, value));
        var kept = cohort.Pipeline(cache).Load(cohort.Cases[0], Phase.Train, 0, workspace).Image;
        Assert.Equal(expected, kept.Pixels.ToArray());
        kept.Pixels.Fill(9); // a copy that belongs to whoever loaded it
        Assert.Equal(expected, cohort.Load(cohort.Pipeline(cache)));
        Assert.Equal(2, cohort.Loaded);
    }

    [Fact]
    public void Load_ManyThreadsAndTwoCaches_GiveTheSameAsNone()
    {
        using var cohort = new CacheCohort(40, factor: 0.5f);
        using var first = cohort.Open();
        using var second = cohort.Open(); // another process on the same folder
        var expected = Enumerable.Range(0, 40).Select(i => string.Join(' ', cohort.Load(new SamplePipeline(cohort, [], new RandomStream(5)), i).Select(value => value.ToString("R", CultureInfo.InvariantCulture)))).ToList();
        var pipelines = new[] { cohort.Pipeline(first), cohort.Pipeline(second) };
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % 40], string.Join(' ', cohort.Load(pipelines[i / 40 % 2], i % 40).Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
        Assert.Equal(40, cohort.CacheFiles.Length); // whoever was first; no temporary file is left
        Assert.Empty(cohort.Warnings);
    }

    [Fact]
    public void Load_HeadOfOnePhase_IsNotThatOfTheOther()
    {
        using var cohort = new CacheCohort(1);
        using var cache = cohort.Open();
        var pipeline = new SamplePipeline(cohort, [], new RandomStream(5)) { Cache = new HeadCache(cache, cohort, new HeadKeys("train", "evaluate")) };
        using var workspace = new SampleWorkspace();
        foreach (var phase in new[] { Phase.Train, Phase.Evaluate, Phase.Train, Phase.Evaluate })
            pipeline.Load(cohort.Cases[0], phase, 0, workspace);
        Assert.Equal(2, cohort.Loaded);
    }

    private sealed class Vandal : ITransform
    {
        public bool IsRandom => true;

        public Sample Apply(Sample sample, TransformContext context)
        {
            sample.Image.Pixels.Fill(-7); // what no transform may do
            return sample;
        }
    }
}
