using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class SpacingTransformTests : TransformContract
{
    protected override ITransform Create() => new SpacingTransform(new SpacingOptions { Millimetres = [0.8, 1.1, 1.7] });

    [SharedDataFact]
    public void Apply_ToOneMillimetre_GivesMonaisVoxels()
    {
        var monai = new MonaiVolume();
        var image = MonaiVolume.Image(Geometry.Unknown.Resample((0.8, 1.3, 2), (0, 0, 0)));
        var result = Apply.To(To(1, 1, 1), new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image)).Image;
        Assert.Equal([1, 55, 31, 16], result.Shape.ToArray());
        Assert.Equal((1.0, 1.0, 1.0), result.Geometry.Spacing);
        monai.AssertAgrees("spacing_0.8_1.3_2.0_to_1mm_trilinear_border", result);
    }

    // Two millimetres to one: between neighbours lies their mean; the cubic of Keys puts (-a + 9b + 9c - d) / 16 there.
    [Theory]
    [InlineData(Sampling.Linear, new float[] { 0, 8, 16, 16, 16, 24, 32 })]
    [InlineData(Sampling.Nearest, new float[] { 0, 16, 16, 16, 16, 32, 32 })]
    [InlineData(Sampling.Cubic, new float[] { 0, 8, 16, 16, 16, 24, 32 })]
    public void Apply_HalfTheSpacing_FillsInBetween(Sampling interpolation, float[] expected)
    {
        var image = new SampleWorkspace().Allocate([1, 1, 4], geometry: Geometry.Unknown.Resample((2, 1, 1), (0, 0, 0)));
        new float[] { 0, 16, 16, 32 }.CopyTo(image.Pixels);
        var spacing = new SpacingTransform(new SpacingOptions { Millimetres = [1, 1], Interpolation = interpolation });
        Assert.Equal(expected, Apply.To(spacing, new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image)).Image.Pixels.ToArray());
    }

    [Fact]
    public void Apply_ZeroForAnAxis_KeepsIt()
    {
        var result = Apply.To(To(2, 0, 0), new float[60], [1, 3, 4, 5]);
        Assert.Equal([1, 3, 4, 3], result.Shape.ToArray());
    }

    [Fact]
    public void Constructor_NegativeDistance_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => To(1, -1, 1));
        Assert.Equal("'spacing' needs 'millimetres' to be above 0, or 0 to keep an axis; it is [1, -1, 1].", error.Message);
    }

    [Fact]
    public void Apply_AbsurdHeader_IsRefusedBeforeMemoryIs()
    {
        var image = new SampleWorkspace().Allocate([1, 2, 500], geometry: Geometry.Unknown.Resample((1000, 1, 1), (0, 0, 0)));
        var error = Assert.Throws<DataFormatException>(() => Apply.To(To(0.5, 1, 1), new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image)));
        Assert.Equal("an axis of 500 voxels of 1000 mm would get 998001 voxels of 0.5 mm. Correct the spacing in its header, or ask for larger voxels.", error.Message);
    }

    private static SpacingTransform To(double x, double y, double z) => new(new SpacingOptions { Millimetres = [x, y, z] });
}
