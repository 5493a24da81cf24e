using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class ResizeTransformTests : TransformContract
{
    private static readonly float[] Nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    protected override ITransform Create() => To(24, 20);

    // From 4 to 2, a triangle of width 4 over pixels at 0.5, 1.5, 2.5 about 1: weights 3/8, 3/8, 1/8 of 7/8, by hand.
    [Fact]
    public void Apply_ShrinkToHalf_WeighsByTheTriangle()
    {
        var result = Apply.To(To(1, 2), [0, 7, 14, 21], [1, 1, 4]).Pixels;
        Assert.Equal((0 * 3 + 7 * 3 + 14) / 7f, result[0], 1e-5f);
        Assert.Equal((7 + 14 * 3 + 21 * 3) / 7f, result[1], 1e-5f);
    }

    // Without antialiasing 4 to 2 reads half way between the two middle pixels of each pair.
    [Fact]
    public void Apply_PlainBilinear_ReadsBetweenTwoNeighbours() =>
        Assert.Equal([3.5f, 17.5f], Apply.To(To(1, 2, Interpolation.Bilinear), [0, 7, 14, 21], [1, 1, 4]).Pixels.ToArray());

    [Fact]
    public void Apply_Nearest_TakesTheMiddlePixel() =>
        Assert.Equal([5], Apply.To(To(1, 1, Interpolation.Nearest), Nine, [1, 3, 3]).Pixels.ToArray());

    // Enlarging twofold: output centres lie at -1/4, 1/4, 3/4, 5/4 of the input; beyond the edge the edge goes on.
    [Theory]
    [InlineData(Interpolation.Bilinear)]
    [InlineData(Interpolation.BilinearAntialiased)]
    public void Apply_EnlargeTwofold_ReadsQuarterSteps(Interpolation interpolation)
    {
        var result = Apply.To(To(1, 4, interpolation), [0, 8], [1, 1, 2]).Pixels.ToArray();
        Assert.Equal([0, 2, 6, 8], Array.ConvertAll(result, value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Apply_SameSize_ReturnsTheSample()
    {
        var sample = Apply.Sample(Nine, [1, 3, 3]);
        Assert.Same(sample.Image, Apply.To(To(3, 3), sample).Image);
    }

    [Fact]
    public void Apply_ConstantImage_StaysConstant()
    {
        var pixels = Enumerable.Repeat(7f, 3 * 61 * 47).ToArray();
        Assert.All(Apply.To(To(13, 90), pixels, [3, 61, 47]).Pixels.ToArray(), value => Assert.Equal(7, value, 1e-5f));
    }

    [PythonTheory("PIL")]
    [InlineData(512, 512, 224, 224, Interpolation.BilinearAntialiased, 2)]
    [InlineData(37, 53, 16, 80, Interpolation.BilinearAntialiased, 2)]
    [InlineData(300, 41, 7, 5, Interpolation.BilinearAntialiased, 2)]
    [InlineData(37, 53, 16, 80, Interpolation.Nearest, 0)]
    public void Apply_AgainstPillow_AgreesWithinTenThousandth(int height, int width, int toHeight, int toWidth, Interpolation interpolation, int filter)
    {
        var pixels = Enumerable.Range(0, height * width).Select(i => (float)((i * 7919L % 4096) / 4096.0)).ToArray();
        var ours = Apply.To(To(toHeight, toWidth, interpolation), pixels, [1, height, width]).Pixels.ToArray();
        var theirs = Pillow.Resize(pixels, (height, width), (toHeight, toWidth), filter);
        for (var i = 0; i < ours.Length; i++)
            Assert.Equal(theirs[i], ours[i], 1e-4f);
    }

    [Fact]
    public void Constructor_SizeOfZero_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => To(0, 224));
        Assert.Equal("'resize' needs 'size' to be numbers of pixels above 0, (y, x); it is [0, 224].", error.Message);
    }

    private static ResizeTransform To(int height, int width, Interpolation interpolation = Interpolation.BilinearAntialiased) =>
        new(new ResizeOptions { Size = [height, width], Interpolation = interpolation });
}
