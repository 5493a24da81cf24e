using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class PadTransformTests : TransformContract
{
    protected override ITransform Create() => new PadTransform(new PadOptions { Size = [50, 70] });

    [SharedDataFact]
    public void Apply_ToMonaisSize_PutsTheVolumeWhereMonaiDoes()
    {
        var monai = new MonaiVolume();
        var sample = new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, MonaiVolume.Image());
        var result = Apply.To(new PadTransform(new PadOptions { Size = [31, 30, 32] }), sample).Image;
        Assert.Equal([1, 31, 30, 32], result.Shape.ToArray());
        // The first voxel that is not 0, in MONAI's (x, y, z): 6, 3, 1.
        Assert.Equal(sample.Image.Pixels[0], result.Pixels[(((1 * 30) + 3) * 32) + 6]);
        monai.AssertSum("pad_to_32_30_31", result);
    }

    [Theory]
    [InlineData(PaddingMode.Constant, new float[] { 9, 1, 2, 3, 9, 9 })]
    [InlineData(PaddingMode.Border, new float[] { 1, 1, 2, 3, 3, 3 })]
    [InlineData(PaddingMode.Reflection, new float[] { 2, 1, 2, 3, 2, 1 })]
    public void Apply_EachMode_FillsTheLargerHalfBehind(PaddingMode mode, float[] expected) =>
        Assert.Equal(expected, Apply.To(new PadTransform(new PadOptions { Size = [1, 6], Mode = mode, Value = 9 }), [1, 2, 3], [1, 1, 3]).Pixels.ToArray());

    [Fact]
    public void Apply_Multiple_ReachesTheNextOne() =>
        Assert.Equal([1, 8, 16, 16], Apply.To(new PadTransform(new PadOptions { Multiple = [8, 16, 16] }), new float[8 * 13 * 16], [1, 8, 13, 16]).Shape.ToArray());

    [Fact]
    public void Apply_MaskWithAConstant_IsPaddedWithNothing()
    {
        var sample = Apply.Sample([5], [1, 1, 1]);
        sample = sample.With(sample.Image, "mask");
        var result = Apply.To(new PadTransform(new PadOptions { Size = [1, 3], Value = -1000 }), sample);
        Assert.Equal([-1000, 5, -1000], result.Image.Pixels.ToArray());
        Assert.Equal([0, 5, 0], result["mask"].Pixels.ToArray());
    }

    [Fact]
    public void Constructor_NothingAskedFor_SaysWhatToAdd()
    {
        var error = Assert.Throws<ExperimentException>(() => new PadTransform(new PadOptions()));
        Assert.Equal("'pad' needs 'size' or 'multiple', and has neither. Add one, such as size: [224, 224].", error.Message);
    }

    [Fact]
    public void Apply_SlicesOfASlice_SaysWhatToGive()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new PadTransform(new PadOptions { Size = [4, 4, 4] }), [1], [1, 1, 1]));
        Assert.Equal("pad counts slices, and the image is a single one. Give (y, x).", error.Message);
    }
}
