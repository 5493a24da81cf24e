using Framework.Components.Data.Cache;

namespace Framework.Components.Tests.Data.Cache;

public sealed class SampleCacheTests
{
    [Fact]
    public void Write_MoreThanTheSize_LetsGoWhatWasNotUsedForTheLongestTime()
    {
        const long size = 400_000; // a 32nd is more than one sample of some 10 kB
        using var cohort = new CacheCohort(60, size: 5_000);
        for (var i = 0; i < 60; i++)
        {
            using var cache = cohort.Open(size); // opened anew, so that uses are marked as by processes
            cohort.Time.Now += TimeSpan.FromMinutes(1);
            cohort.Load(cohort.Pipeline(cache), i);
            cohort.Load(cohort.Pipeline(cache), 0); // used all the time
            Assert.InRange(new CacheFolder(cohort.CacheFolder, cohort.Time).Count().Bytes.Bytes, 1, size);
        }

        var loaded = cohort.Loaded;
        using var last = cohort.Open(size);
        Assert.Equal(60, loaded); // the first was never let go
        cohort.Load(cohort.Pipeline(last), 59);
        Assert.Equal(loaded, cohort.Loaded);
        cohort.Load(cohort.Pipeline(last), 1);
        Assert.Equal(loaded + 1, cohort.Loaded);
    }

    [Fact]
    public void Write_SampleLargerThanAThirtySecond_IsNotKept()
    {
        using var cohort = new CacheCohort(1, size: 5_000);
        using var cache = cohort.Open(size: 100_000);
        cohort.Load(cohort.Pipeline(cache));
        Assert.Empty(cohort.CacheFiles);
    }

    [Fact]
    public void Write_FolderThatIsAFile_IsToldOnceAndTheRunGoesOn()
    {
        using var cohort = new CacheCohort(3);
        File.WriteAllText(cohort.CacheFolder, "");
        using var cache = cohort.Open();
        for (var i = 0; i < 3; i++)
            Assert.Equal(64, cohort.Load(cohort.Pipeline(cache), i).Length);
        Assert.StartsWith($"{cohort.CacheFolder}: prepared samples cannot be kept here: ", Assert.Single(cohort.Warnings));
        Assert.EndsWith(". The run goes on without; free some space, or name another folder as 'cache.folder'.", cohort.Warnings[0]);
    }

    [Fact]
    public void Clear_FolderInUse_DeletesSamplesAndNothingElse()
    {
        using var cohort = new CacheCohort(5);
        using var cache = cohort.Open();
        for (var i = 0; i < 10; i++)
            cohort.Load(cohort.Pipeline(cache), i % 5); // kept, then mapped
        var folder = new CacheFolder(cohort.CacheFolder, cohort.Time);
        var there = folder.Count();
        Assert.Equal((5, cohort.CacheFiles.Sum(file => new FileInfo(file).Length), cohort.Time.Now), (there.Samples, there.Bytes.Bytes, there.OldestUse));
        var own = Path.Combine(cohort.CacheFolder, "notes.txt");
        File.WriteAllText(own, "mine");
        Assert.Equal(there, folder.Clear());
        Assert.Equal([own], cohort.CacheFiles);
        Assert.Equal(new CacheStatistics(0, new ByteSize(0), null), folder.Count());
        Assert.Equal(64, cohort.Load(cohort.Pipeline(cache)).Length); // what is mapped is read on
        Assert.Equal(5, cohort.Loaded);
    }

    [Fact]
    public void Count_NoFolder_IsNothing() =>
        Assert.Equal(0, new CacheFolder(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), TimeProvider.System).Count().Samples);

    [Theory]
    [InlineData("50 GB", 50_000_000_000, "50 GB")]
    [InlineData("512MB", 512_000_000, "512 MB")]
    [InlineData("1.5 tb", 1_500_000_000_000, "1.5 TB")]
    [InlineData("0 B", 0, "0 B")]
    [InlineData("12 kB", 12_000, "12 kB")]
    public void Parse_NumberAndUnit_IsBytes(string text, long bytes, string shown)
    {
        Assert.Equal(bytes, ByteSize.Parse(text).Bytes);
        Assert.Equal(shown, new ByteSize(bytes).ToString());
    }

    [Theory]
    [InlineData("50")]
    [InlineData("GB")]
    [InlineData("-3 GB")]
    [InlineData("1e3 GB")]
    [InlineData("99999999999 TB")]
    public void Parse_NoSize_SaysWhatOneIs(string text)
    {
        var error = Assert.Throws<FormatException>(() => ByteSize.Parse(text));
        Assert.Equal($"'{text}' is no size. Give a number and a unit, such as 50 GB or 512 MB.", error.Message);
    }

    [Theory]
    [InlineData(new float[] { 0, 255, 17 }, PixelType.Byte)]
    [InlineData(new float[] { 0, 256, 17 }, PixelType.Short)]
    [InlineData(new float[] { -1024, 3071 }, PixelType.Short)]
    [InlineData(new float[] { -32768, 32767 }, PixelType.Short)]
    [InlineData(new float[] { -32769 }, PixelType.Float)]
    [InlineData(new float[] { 32768 }, PixelType.Float)]
    [InlineData(new float[] { 0.5f }, PixelType.Float)]
    [InlineData(new float[] { -0f }, PixelType.Float)]
    [InlineData(new float[] { float.NaN }, PixelType.Float)]
    [InlineData(new float[] { float.PositiveInfinity }, PixelType.Float)]
    [InlineData(new float[] { }, PixelType.Byte)]
    internal void Smallest_Values_AreHeldExactly(float[] values, PixelType expected)
    {
        Assert.Equal(expected, PixelValues.Smallest(values));
        // Long enough for whole vectors and a rest.
        float[] many = [.. Enumerable.Range(0, 37).SelectMany(_ => values)];
        var bytes = new byte[many.Length * PixelValues.SizeOf(expected)];
        var back = new float[many.Length];
        PixelValues.Encode(many, expected, bytes);
        PixelValues.Decode(bytes, expected, back);
        Assert.Equal(many.Select(BitConverter.SingleToInt32Bits), back.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Checksum_AnyBit_Changes()
    {
        var data = new byte[100];
        new Random(1).NextBytes(data);
        var sums = new HashSet<UInt128> { Checksum.Of(data) };
        for (var bit = 0; bit < data.Length * 8; bit++)
        {
            data[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(sums.Add(Checksum.Of(data)), $"bit {bit}");
            data[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(sums.Add(Checksum.Of([.. data, 0])));
    }

    [Fact]
    public void Checksum_InPieces_IsThatOfTheWhole()
    {
        var data = new byte[1000];
        new Random(2).NextBytes(data);
        var sum = new Checksum();
        sum.Add(data.AsSpan(0, 320));
        sum.Add(data.AsSpan(320, 640));
        sum.Add(data.AsSpan(960));
        Assert.Equal(Checksum.Of(data), sum.Value);
    }
}
