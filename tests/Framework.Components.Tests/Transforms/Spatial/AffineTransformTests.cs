using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class AffineTransformTests : TransformContract
{
    protected override bool TakesSlices => false;

    protected override ITransform Create() => new AffineTransform(new AffineOptions
    {
        Rotate = [Within(0.2), Within(0.2), Within(0.2)],
        Shear = [Within(0.05), Within(0.05), Within(0.05), Within(0.05), Within(0.05), Within(0.05)],
        Translate = [Within(2), Within(2), Within(2)],
        Scale = [new(0.9, 1.1), new(0.9, 1.1), new(0.9, 1.1)],
    });

    [SharedDataTheory]
    [InlineData("affine_zeros_trilinear", Edge.Zeros)]
    [InlineData("affine_reflection_trilinear", Edge.Reflection)]
    public void Apply_MonaisParameters_GivesMonaisVoxels(string figure, Edge padding)
    {
        var monai = new MonaiVolume();
        const string Parameters = "affine_zeros_trilinear";
        var affine = new AffineTransform(new AffineOptions
        {
            Rotate = monai.Intervals(Parameters, "rotate"),
            Shear = monai.Intervals(Parameters, "shear"),
            Translate = monai.Intervals(Parameters, "translate"),
            Scale = monai.Intervals(Parameters, "scale"),
            Padding = padding,
        });
        Assert.False(affine.IsRandom);
        monai.AssertAgrees(figure, Apply.To(affine, new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, MonaiVolume.Image())).Image);
    }

    // Looking a voxel further along x, the picture moves a voxel back.
    [Fact]
    public void Apply_TranslateByOne_MovesThePictureBack() =>
        Assert.Equal([2, 3, 0, 5, 6, 0], Pixels(new AffineOptions { Translate = [new(1, 1), new(0, 0)] }, [1, 2, 3, 4, 5, 6], [1, 2, 3]));

    // In 2-D a new pixel c + p shows c + R p: (1, 0) shows (0, 1), so that the bottom row becomes the right column.
    [Fact]
    public void Apply_QuarterTurn_TurnsThePlane() =>
        Assert.Equal([3, 6, 9, 2, 5, 8, 1, 4, 7], Pixels(new AffineOptions { Rotate = [new(Math.PI / 2, Math.PI / 2)] }, [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3]));

    [Fact]
    public void Apply_HalfTheTime_IsAboutHalfTheSeeds()
    {
        var half = new AffineTransform(new AffineOptions { Translate = [new(1, 1), new(0, 0)], Probability = 0.5 });
        Assert.InRange(Enumerable.Range(0, 1000).Count(seed => Apply.To(half, [1, 2], [1, 1, 2], seed: (ulong)seed).Pixels[0] == 2), 450, 550);
    }

    [Fact]
    public void Constructor_WrongNumberOfAngles_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new AffineTransform(new AffineOptions { Rotate = [new(0, 1), new(0, 1)] }));
        Assert.Equal("'affine' needs 'rotate' to have 1 (slices) or 3 (volumes) entries; it has 2.", error.Message);
    }

    [Fact]
    public void Apply_ThreeAnglesOfASlice_SaysWhatItTakes()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(Create(), [1, 2, 3, 4], [1, 2, 2]));
        Assert.Equal("affine has parameters for three axes, and the image is a single slice. It takes rotate 1, shear 2, translate 2, scale 2 entries.", error.Message);
    }

    [Theory]
    [InlineData("0.25", 0.25, 0.25)]
    [InlineData("-0.1..0.2", -0.1, 0.2)]
    public void Parse_Interval_ReadsBothForms(string text, double low, double high) => Assert.Equal(new Interval(low, high), Interval.Parse(text));

    [Theory]
    [InlineData("1..0")]
    [InlineData("a..b")]
    [InlineData("1..2..3")]
    public void Parse_NoInterval_SaysWhatIsOne(string text)
    {
        var error = Assert.Throws<FormatException>(() => Interval.Parse(text));
        Assert.Equal($"'{text}' is neither a number nor two with dots between, such as -0.1..0.1, the lower one first.", error.Message);
    }

    private static float[] Pixels(AffineOptions options, float[] pixels, int[] shape) =>
        Array.ConvertAll(Apply.To(new AffineTransform(options), pixels, shape).Pixels.ToArray(), value => MathF.Round(value, 4));

    private static Interval Within(double limit) => new(-limit, limit);
}

public sealed class AffineOfSlicesTests : TransformContract
{
    protected override bool TakesVolumes => false;

    protected override ITransform Create() => new AffineTransform(new AffineOptions
    {
        Rotate = [new(-0.3, 0.3)],
        Shear = [new(-0.1, 0.1), new(-0.1, 0.1)],
        Translate = [new(-4, 4), new(-4, 4)],
        Scale = [new(0.8, 1.2), new(0.8, 1.2)],
        Padding = Edge.Border,
    });
}
