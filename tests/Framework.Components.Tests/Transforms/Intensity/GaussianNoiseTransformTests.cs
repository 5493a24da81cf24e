using Framework.Components.Transforms.Intensity;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Intensity;

public sealed class GaussianNoiseTransformTests : TransformContract
{
    private const int Many = 1 << 20;

    protected override ITransform Create() => new GaussianNoiseTransform(new GaussianNoiseOptions { Deviation = new(5, 5) });

    // Box and Muller's formula in float64 over the draws of an ordinary stream.
    [Fact]
    public void Fill_AnyKey_IsBoxAndMullersFormulaOverTheStream()
    {
        var numbers = new float[1003];
        NormalNumbers.Fill(numbers, key: 77, first: 0, mean: 2, deviation: 3);
        var stream = new RandomStream(77);
        var draws = Enumerable.Range(0, 504).Select(_ => stream.NextBits()).ToArray();
        var expected = Enumerable.Range(0, numbers.Length).Select(i =>
        {
            var bits = draws[(i / 16 * 8) + (i % 8)];
            var radius = Math.Sqrt(-2 * Math.Log(((bits >> 33) + 0.5) / (1L << 31)));
            var angle = 2 * Math.PI * (int)(uint)bits / (1L << 32);
            return 2 + (3 * radius * (i % 16 < 8 ? Math.Cos(angle) : Math.Sin(angle)));
        });
        Values.AssertClose(expected.ToArray(), numbers, 1e-4);
    }

    [Fact]
    public void Fill_InParts_GivesTheSameAsAtOnce()
    {
        var (whole, parts) = (new float[100], new float[100]);
        NormalNumbers.Fill(whole, 5, 0, 0, 1);
        NormalNumbers.Fill(parts.AsSpan(0, 48), 5, 0, 0, 1);
        NormalNumbers.Fill(parts.AsSpan(48), 5, 48, 0, 1);
        Assert.Equal(whole, parts);
    }

    // Of a million normal numbers, with their standard errors: mean 0.001, variance 0.0014, skewness 0.0024, kurtosis 0.0049.
    [Fact]
    public void Fill_AMillion_HasTheMomentsAndTailsOfANormal()
    {
        var numbers = new float[Many];
        NormalNumbers.Fill(numbers, 1, 0, 0, 1);
        double Moment(int power) => numbers.Average(number => Math.Pow(number, power));
        Assert.Equal(0, Moment(1), 0.005);
        Assert.Equal(1, Moment(2), 0.007);
        Assert.Equal(0, Moment(3), 0.02);
        Assert.Equal(3, Moment(4), 0.05);
        Assert.InRange(numbers.Count(number => Math.Abs(number) > 3), 0.0027 * Many * 0.9, 0.0027 * Many * 1.1);
        Assert.InRange(numbers.Max(Math.Abs), 4.2, 7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(240)]
    public void Fill_NumbersApart_AreNotCorrelated(int apart)
    {
        var numbers = new float[Many];
        NormalNumbers.Fill(numbers, 3, 0, 0, 1);
        Assert.Equal(0, Enumerable.Range(0, Many - apart).Average(i => (double)numbers[i] * numbers[i + apart]), 0.005);
    }

    [Fact]
    public void Apply_OneKey_AddsWhatFillGives()
    {
        var image = Values.Random([1, 9, 13]);
        var numbers = new float[image.Length];
        NormalNumbers.Fill(numbers, 21, 0, 1, 2);
        using var workspace = new SampleWorkspace();
        var expected = Enumerable.Range(0, image.Length).Select(i => (double)image.Pixels[i] + numbers[i]);
        Values.AssertClose(expected.ToArray(), new GaussianNoise(1, 2, 21).Apply(image, workspace).Pixels, 1e-4);
    }

    [Fact]
    public void Apply_RangeOfDeviations_DrawsOneForEachImage()
    {
        var noise = new GaussianNoiseTransform(new GaussianNoiseOptions { Deviation = new(0, 10) });
        var deviations = Enumerable.Range(0, 200).Select(seed =>
            Math.Sqrt(Apply.To(noise, new float[4096], [1, 64, 64], seed: (ulong)seed).Pixels.ToArray().Average(value => (double)value * value))).ToArray();
        Assert.Equal(5, deviations.Average(), 1.0); // standard error 0.2
        Assert.InRange(deviations.Min(), 0, 0.5);
        Assert.InRange(deviations.Max(), 9.5, 10.6);
    }

    [Fact]
    public void Constructor_DeviationBelowZero_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new GaussianNoiseTransform(new GaussianNoiseOptions { Deviation = new(-1, 1) }));
        Assert.Equal("'gaussian-noise' needs 'deviation' to be at least 0; it may be -1.", error.Message);
    }
}
