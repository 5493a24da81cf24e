using System.Diagnostics;
using System.Globalization;
using Framework.Components.Tests.Transforms.Spatial;
using Framework.Components.Transforms.Intensity;
using Framework.Sdk.Testing;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Intensity;

public sealed class IntensityNormaliseTransformTests : TransformContract
{
    protected override ITransform Create() => new IntensityNormaliseTransform(new IntensityNormaliseOptions { NonZero = true });

    [SharedDataFact]
    public void Apply_NonZero_GivesMonaisVoxels() =>
        new MonaiVolume().AssertAgrees("normalize_nonzero", Apply.To(Create(), Values.SampleOf(MonaiVolume.Image())).Image);

    [SharedDataFact]
    public void Apply_PercentilesWithClip_GivesMonaisVoxels() => new MonaiVolume().AssertAgrees(
        "scale_intensity_percentiles_1_99_clip",
        Apply.To(With(new PercentileScale()), Values.SampleOf(MonaiVolume.Image())).Image);

    // Of 2, 4, 6 the mean is 4 and the variance 8/3.
    [Fact]
    public void Apply_ZScore_SubtractsMeanAndDividesByDeviation()
    {
        var unit = Math.Sqrt(3.0 / 8);
        Values.AssertClose([-2 * unit, 0, 2 * unit], Normalise(new(), [2, 4, 6], [1, 1, 3]), 1e-6);
    }

    [Fact]
    public void Apply_NonZero_NeitherCountsNorChangesZeros()
    {
        var unit = Math.Sqrt(3.0 / 8);
        Values.AssertClose([0, -2 * unit, 0, 0, 2 * unit, 0], Normalise(new() { NonZero = true }, [0, 2, 4, 0, 6, 0], [1, 2, 3]), 1e-6);
    }

    [Fact]
    public void Apply_Mask_CountsWithinItAndChangesAll()
    {
        var sample = Values.SampleOf(Apply.Sample([1, 3, 100, -100], [1, 2, 2]).Image).With(Apply.Sample([1, 2, 0, 0], [1, 2, 2]).Image, "mask-brain");
        Values.AssertClose([-1, 1, 98, -102], Apply.To(new IntensityNormaliseTransform(new() { Mask = "mask-brain" }), sample).Image.Pixels, 1e-5);
    }

    [Fact]
    public void Apply_PerChannel_GivesEachItsOwnFigures()
    {
        Values.AssertClose([-1, 1, -1, 1], Normalise(new(), [1, 3, 10, 30], [2, 1, 2]), 1e-6);
        // Of 1, 3, 10, 30 together the mean is 11 and the variance 131.5.
        var unit = 1 / Math.Sqrt(131.5);
        Values.AssertClose([-10 * unit, -8 * unit, -1 * unit, 19 * unit], Normalise(new() { PerChannel = false }, [1, 3, 10, 30], [2, 1, 2]), 1e-6);
    }

    [Fact]
    public void Apply_OneValueOnly_TakesOffTheMean() => Assert.Equal([0, 0, 0], Normalise(new(), [7, 7, 7], [1, 1, 3]).ToArray());

    // Percentiles 25 and 75 of 1..5 are 2 and 4.
    [Fact]
    public void Apply_PercentilesWithoutClip_GoesBeyond()
    {
        var scale = new PercentileScale { Lower = 25, Upper = 75, Low = 10, High = 20, Clip = false };
        Values.AssertClose([5, 10, 15, 20, 25], Normalise(new() { Percentiles = scale }, [1, 2, 3, 4, 5], [1, 1, 5]), 1e-5);
    }

    // Ranks of five values are 0, 1, 2, 3, 4: 10 % is at rank 0.4, 62.5 % half way between the third and the fourth.
    [Theory]
    [InlineData(0, -7)]
    [InlineData(10, -4.6)]
    [InlineData(25, -1)]
    [InlineData(50, 0)]
    [InlineData(62.5, 1.5)]
    [InlineData(100, 100)]
    public void Percentile_FiveValues_IsLinearBetweenThem(double percent, double expected) =>
        Assert.Equal(expected, Percentile([100, -1, 3, -7, 0], percent), 1e-12);

    [PythonFact("numpy")]
    public void Percentile_ManyValues_IsNumpysToTheLastBit()
    {
        var image = Values.Random([1, 37, 101], seed: 5);
        double[] percents = [0, 0.5, 1, 12.5, 33.3, 50, 75, 99, 99.9, 100];
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, System.Runtime.InteropServices.MemoryMarshal.AsBytes(image.Pixels).ToArray());
            var script = $"import numpy; x = numpy.fromfile(r'{file}', '<f4').astype('f8'); print(*(repr(float(numpy.percentile(x, p))) for p in {Text(percents)}))";
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", script]) { RedirectStandardOutput = true })!;
            var expected = python.StandardOutput.ReadToEnd().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(expected, percents.Select(percent => Percentile(image.Pixels.ToArray(), percent)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Apply_NotANumber_IsRefused()
    {
        var error = Assert.Throws<DataFormatException>(() => Normalise(new() { Percentiles = new() }, [1, float.NaN, 3], [1, 1, 3]).ToArray());
        Assert.Equal("the image has values that are not numbers. Repair the file, or leave the case out.", error.Message);
    }

    [Fact]
    public void Apply_NoSuchMask_ListsTheImages()
    {
        var error = Assert.Throws<DataFormatException>(() => Normalise(new() { Mask = "brain" }, [1, 2], [1, 1, 2]).ToArray());
        Assert.Equal("intensity-normalise counts within 'brain', and the sample has 'image'. Name one of these, or leave 'mask' out.", error.Message);
    }

    [Fact]
    public void Apply_EmptyMask_SaysWhatToDo()
    {
        var sample = Apply.Sample([1, 2], [1, 1, 2]).With(Apply.Sample([0, 0], [1, 1, 2]).Image, "mask");
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new IntensityNormaliseTransform(new() { Mask = "mask" }), sample));
        Assert.Equal("intensity-normalise counts within 'mask', which is empty. Mend the mask, or leave the case out.", error.Message);
    }

    [Fact]
    public void Apply_MaskOfAnotherGrid_NamesBothShapes()
    {
        var sample = Apply.Sample([1, 2], [1, 1, 2]).With(Apply.Sample([1, 1, 1], [1, 1, 3]).Image, "mask");
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new IntensityNormaliseTransform(new() { Mask = "mask" }), sample));
        Assert.Equal("intensity-normalise counts within 'mask' of shape 1 x 1 x 3; the image has 1 x 1 x 2. Both need the same grid, and the mask 1 channel or as many.", error.Message);
    }

    [Fact]
    public void Constructor_PercentilesTheWrongWayRound_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => With(new PercentileScale { Lower = 99, Upper = 1 }));
        Assert.Equal("'intensity-normalise' needs 'lower' to be below 'upper'; they are 99 and 1.", error.Message);
    }

    [Fact]
    public void Moments_AnyNumberOfThreads_AreTheSameBits()
    {
        var image = Values.Random([1, 90, 110, 120], seed: 8);
        using var one = new SampleWorkspace();
        using var four = new SampleWorkspace(4);
        Assert.Equal(Moments.Of(ValueRun.All(image), one), Moments.Of(ValueRun.All(image), four));
    }

    private static IntensityNormaliseTransform With(PercentileScale scale) => new(new IntensityNormaliseOptions { Percentiles = scale });

    private static ReadOnlySpan<float> Normalise(IntensityNormaliseOptions options, float[] pixels, int[] shape) =>
        Apply.To(new IntensityNormaliseTransform(options), pixels, shape).Pixels;

    private static double Percentile(float[] values, double percent) =>
        new OrderedValues(ValueRun.All(Apply.Sample(values, [1, 1, values.Length]).Image)).Percentile(percent);

    private static string Text(double[] numbers) => $"[{string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]";
}

/// <summary>Figures within a mask of another image, and of several channels together.</summary>
public sealed class IntensityNormaliseOfChannelsTests : TransformContract
{
    protected override int Channels => 3;

    protected override ITransform Create() =>
        new IntensityNormaliseTransform(new IntensityNormaliseOptions { PerChannel = false, Percentiles = new PercentileScale { Lower = 5, Upper = 95 } });
}
