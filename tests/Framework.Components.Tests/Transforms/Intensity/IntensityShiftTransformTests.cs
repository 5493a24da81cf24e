using Framework.Components.Transforms.Intensity;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Intensity;

public sealed class IntensityShiftTransformTests : TransformContract
{
    protected override ITransform Create() => new IntensityShiftTransform(new IntensityShiftOptions { Offset = new(-20, 20), Unit = ShiftUnit.Values });

    // 2, 4, 6, 8: range 6, variance 5.
    [Theory]
    [InlineData(ShiftUnit.Values, 0.5)]
    [InlineData(ShiftUnit.Range, 3)]
    [InlineData(ShiftUnit.Deviations, 1.118033988749895)]
    public void Apply_HalfAUnit_AddsIt(ShiftUnit unit, double expected)
    {
        var shift = new IntensityShiftTransform(new IntensityShiftOptions { Offset = new(0.5, 0.5), Unit = unit });
        Assert.False(shift.IsRandom);
        Values.AssertClose([2 + expected, 4 + expected, 6 + expected, 8 + expected], Apply.To(shift, [2, 4, 6, 8], [2, 1, 2]).Pixels, 1e-6);
    }

    [Fact]
    public void Apply_ManySeeds_SpreadsEvenlyOverTheInterval()
    {
        var shifts = Enumerable.Range(0, 2000).Select(seed => Apply.To(Create(), [0], [1, 1, 1], seed: (ulong)seed).Pixels[0]).ToArray();
        Assert.All(shifts, shift => Assert.InRange(shift, -20, 20));
        Assert.Equal(0, shifts.Average(), 1.0);       // standard error 0.26
        Assert.Equal(400.0 / 3, shifts.Average(shift => shift * shift), 12.0); // variance of an even spread over 40
    }

    [Fact]
    public void Apply_HalfTheTime_IsAboutHalfTheSeeds()
    {
        var half = new IntensityShiftTransform(new IntensityShiftOptions { Offset = new(1, 1), Probability = 0.5 });
        Assert.True(half.IsRandom);
        Assert.InRange(Enumerable.Range(0, 1000).Count(seed => Apply.To(half, [0], [1, 1, 1], seed: (ulong)seed).Pixels[0] == 1), 450, 550);
    }

    [Fact]
    public void Apply_SampleWithMask_LeavesTheMaskAlone()
    {
        var sample = Apply.Sample([1, 2], [1, 1, 2]).With(Apply.Sample([0, 1], [1, 1, 2]).Image, "mask");
        Assert.Equal([0, 1], Apply.To(Create(), sample)["mask"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_StoredValues_AreNoLongerStoredValues()
    {
        var encoding = new PixelEncoding { Slope = 2, Intercept = -1024, BitsStored = 12, Modality = "CT" };
        Assert.Equal(PixelEncoding.Identity with { Modality = "CT" }, Apply.To(Create(), [1, 2], [1, 1, 2], encoding).Encoding);
    }

    [Fact]
    public void Apply_RangeOfInfinity_IsRefused()
    {
        var shift = new IntensityShiftTransform(new IntensityShiftOptions { Offset = new(0.5, 0.5), Unit = ShiftUnit.Range });
        var error = Assert.Throws<DataFormatException>(() => Apply.To(shift, [1, float.PositiveInfinity, 3], [1, 1, 3]));
        Assert.Equal("the image has values that are not finite numbers. Repair the file, or leave the case out.", error.Message);
        Assert.Throws<DataFormatException>(() => Apply.To(shift, [.. Enumerable.Repeat(1f, 40), float.NaN, .. Enumerable.Repeat(1f, 40)], [1, 1, 81]));
    }
}
