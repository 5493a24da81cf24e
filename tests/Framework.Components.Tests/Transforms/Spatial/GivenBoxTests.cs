using Framework.Components.Transforms.Intensity;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class GivenBoxTests : TransformContract
{
    protected override ITransform Create() => new CropBoxTransform(new CropBoxOptions { Low = [0, 0], High = [95, 63] });

    [Fact]
    public void Apply_VoxelsOfASlice_CutsFromTheFirstUpToTheSecond() =>
        Assert.Equal([5, 6, 9, 10], Cut([.. Enumerable.Range(0, 20).Select(i => (float)i)], [1, 5, 4], new CropBoxOptions { Low = [1, 1], High = [3, 3] }));

    [Fact]
    public void Apply_RowsAndColumnsOfAVolume_KeepsItsSlices() =>
        Assert.Equal([3, 7], Cut([0, 1, 2, 3, 4, 5, 6, 7], [1, 2, 2, 2], new CropBoxOptions { Low = [1, 1], High = [2, 2] }));

    [Fact]
    public void Apply_SlicesRowsAndColumns_CutsAllThree() =>
        Assert.Equal([6, 7], Cut([0, 1, 2, 3, 4, 5, 6, 7], [1, 2, 2, 2], new CropBoxOptions { Low = [1, 1, 0], High = [2, 2, 2] }));

    // Voxel centres at 10, 12, 14, 16 mm: from 11 to 15 mm lie the second and the third, whatever their numbers.
    [Fact]
    public void Apply_Millimetres_CutsToThePlaceInThePatient()
    {
        var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 1, 4], geometry: Geometry.Unknown.Resample((2, 1, 1), (10, 0, 0)));
        ((float[])[0, 1, 2, 3]).CopyTo(image.Pixels);
        var crop = new CropBoxTransform(new CropBoxOptions { Low = [11, -0.5, -0.5], High = [15, 0.5, 0.5], Unit = LengthUnit.Millimetres });
        Assert.Equal([1, 2], Apply.To(crop, new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image)).Image.Pixels.ToArray());
    }

    [Fact]
    public void Apply_OutsideTheImage_IsNamed() => Assert.Equal(
        "the box given by 'low' and 'high' lies outside the image. Leave the case out, or correct its annotation.",
        Assert.Throws<DataFormatException>(() => Cut([0, 1], [1, 1, 2], new CropBoxOptions { Low = [0, 5], High = [1, 9] })).Message);

    [Fact]
    public void Apply_SlicesOfASingleSlice_IsNamed() => Assert.Equal(
        "crop-box counts slices, and the image is a single one. Give (y, x).",
        Assert.Throws<DataFormatException>(() => Cut([0, 1], [1, 1, 2], new CropBoxOptions { Low = [0, 0, 0], High = [1, 1, 1] })).Message);

    [Fact]
    public void Constructor_NoBox_IsRefused()
    {
        const string corners = "'crop-box' needs 'low' and 'high' together, as many numbers in both, each of 'low' below its own of 'high'.";
        CropBoxOptions[] wrong = [new() { Low = [0, 0] }, new() { High = [1, 1] }, new() { Low = [0, 0], High = [1, 1, 1] }, new() { Low = [0, 1], High = [1, 1] }];
        Assert.All(wrong, options => Assert.Equal(corners, Assert.Throws<ExperimentException>(() => new CropBoxTransform(options)).Message));
        Assert.Equal(
            "'crop-box' is told to take a box by 'label' and by 'low' and 'high'. Leave one of the two out.",
            Assert.Throws<ExperimentException>(() => new CropBoxTransform(new CropBoxOptions { Label = "disc", Low = [0, 0], High = [1, 1] })).Message);
        Assert.Equal(
            "'crop-box' needs 'low' and 'high' in millimetres to be (x, y, z) in the patient. Give three numbers, or unit: voxels.",
            Assert.Throws<ExperimentException>(() => new CropBoxTransform(new CropBoxOptions { Low = [0, 0], High = [1, 1], Unit = LengthUnit.Millimetres })).Message);
    }

    private static float[] Cut(float[] pixels, int[] shape, CropBoxOptions options) => Apply.To(new CropBoxTransform(options), pixels, shape).Pixels.ToArray();
}
