using Framework.Components.Transforms.Intensity;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Intensity;

public sealed class GaussianBlurTransformTests : TransformContract
{
    protected override ITransform Create() => new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(0.5, 1.5)] });

    // The standard normal's integral from -1/2 to 1/2 is 0.382925, from 1/2 to 3/2 0.241730, to 5/2 0.060598, to 7/2 0.005977, to 9/2 0.000229.
    [Fact]
    public void Of_SigmaOne_IsTheIntegralOverEachVoxel() =>
        Values.AssertClose([0.000229, 0.005977, 0.060598, 0.241730, 0.382925, 0.241730, 0.060598, 0.005977, 0.000229], GaussianKernel.Of(1), 1e-5);

    [Theory]
    [InlineData(0.7)]
    [InlineData(2)]
    [InlineData(9.3)]
    public void Of_AnySigma_HasWeightOneAndItsVariance(double sigma)
    {
        var kernel = GaussianKernel.Of(sigma);
        Assert.Equal(1, kernel.Sum(), 1e-5);
        // An even spread over a voxel adds 1/12; what lies beyond 4 sigma is missing.
        Assert.Equal((sigma * sigma) + (1 / 12.0), kernel.Select((weight, i) => weight * Math.Pow(i - (kernel.Length / 2), 2)).Sum(), 0.004 * ((sigma * sigma) + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.001)]
    public void Of_NoWidth_LeavesAVoxelAlone(double sigma) => Assert.Equal(1, GaussianKernel.Of(sigma).Max());

    [Fact]
    public void Apply_SinglePoint_SpreadsAsAProductOfThreeGaussians()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 15, 17, 19]);
        image.Pixels.Clear();
        image.Pixels[(((7 * 17) + 8) * 19) + 9] = 1;
        var result = new GaussianBlur((1, 0.5, 1.5), Edge.Zeros).Apply(image, workspace);
        var (x, y, z) = (GaussianKernel.Of(1), GaussianKernel.Of(0.5), GaussianKernel.Of(1.5));
        double Weight(float[] kernel, int distance) => Math.Abs(distance) <= kernel.Length / 2 ? kernel[distance + (kernel.Length / 2)] : 0;
        for (var i = 0; i < result.Length; i++)
            Assert.Equal(Weight(x, (i % 19) - 9) * Weight(y, (i / 19 % 17) - 8) * Weight(z, (i / 19 / 17) - 7), result.Pixels[i], 1e-6);
    }

    [Theory]
    [InlineData(Edge.Border)]
    [InlineData(Edge.Reflection)]
    public void Apply_EvenImage_StaysEven(Edge edge)
    {
        var blur = new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(2, 2)], Padding = edge });
        foreach (var value in Apply.To(blur, [.. Enumerable.Repeat(7f, 3 * 4 * 5)], [1, 3, 4, 5]).Pixels)
            Assert.Equal(7, value, 1e-5);
    }

    // Beyond 1, 2, 3 lie zeros, or 1 and 3 again, or 2, 3 before and 2, 1 after. Weights of sigma 0.4: 0.788700 and 0.105650 on either side.
    [Theory]
    [InlineData(Edge.Zeros, 1.000000, 2.000000, 2.577400)]
    [InlineData(Edge.Border, 1.105650, 2.000000, 2.894350)]
    [InlineData(Edge.Reflection, 1.211300, 2.000000, 2.788700)]
    public void Apply_ThreeValues_TakesWhatLiesBeyondTheEdge(Edge edge, double first, double second, double third)
    {
        var blur = new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(0.4, 0.4), new(0, 0)], Padding = edge });
        Assert.False(blur.IsRandom);
        Values.AssertClose([first, second, third], Apply.To(blur, [1, 2, 3], [1, 1, 3]).Pixels, 5e-4);
        var upright = new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(0, 0), new(0.4, 0.4)], Padding = edge });
        Values.AssertClose([first, second, third], Apply.To(upright, [1, 2, 3], [1, 3, 1]).Pixels, 5e-4);
    }

    [Fact]
    public void Draw_Millimetres_AreDividedByTheSpacing()
    {
        IIntensityTransform blur = new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(3, 3)], Unit = LengthUnit.Millimetres });
        var grid = new VoxelGrid(3, (9, 9, 9), new Geometry([0.5, 0, 0, 0, 0, 1.5, 0, 0, 0, 0, 6, 0, 0, 0, 0, 1]));
        Assert.Equal(new GaussianBlur((6, 2, 0.5), Edge.Border), blur.Draw(grid, new RandomStream(1)));
    }

    [Fact]
    public void Apply_TwoWidthsOfAVolume_SaysWhatItTakes()
    {
        var blur = new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(1, 1), new(1, 1)] });
        var error = Assert.Throws<DataFormatException>(() => Apply.To(blur, [1, 2], [1, 1, 1, 2]));
        Assert.Equal("gaussian-blur has 2 widths, and the image has 3 axes. Give one for all axes, or one for each.", error.Message);
    }

    [Fact]
    public void Constructor_SigmaBelowZero_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new GaussianBlurTransform(new GaussianBlurOptions { Sigma = [new(-2, 1)] }));
        Assert.Equal("'gaussian-blur' needs every 'sigma' to be at least 0; one may be -2.", error.Message);
    }
}
