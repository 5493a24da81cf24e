using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class CropTransformTests : TransformContract
{
    protected override ITransform Create() => new CropTransform(new CropOptions { Size = [60, 50] });

    [Fact]
    public void Apply_Center_LeavesTheLargerHalfBehind() =>
        Assert.Equal([5, 6, 9, 10], Apply.To(new CropTransform(new CropOptions { Size = [2, 2] }), [.. Enumerable.Range(0, 20).Select(i => (float)i)], [1, 5, 4]).Pixels.ToArray());

    // Each of the three places is as likely as any other: 1000 of 3000 seeds, six standard deviations.
    [Fact]
    public void Apply_Random_TakesEveryPlaceAlike()
    {
        var crop = new CropTransform(new CropOptions { Size = [1, 2], At = CropPlace.Random });
        var counts = Enumerable.Range(0, 3000).CountBy(seed => Apply.To(crop, [0, 1, 2, 3], [1, 1, 4], seed: (ulong)seed).Pixels[0]).OrderBy(pair => pair.Key).ToList();
        Assert.Equal([0, 1, 2], counts.Select(pair => pair.Key));
        Assert.All(counts, pair => Assert.InRange(pair.Value, 845, 1155));
    }

    [Fact]
    public void Apply_SmallerImage_StaysAsItIs()
    {
        var sample = Apply.Sample([1, 2, 3, 4], [1, 2, 2]);
        Assert.Same(sample.Image, Apply.To(new CropTransform(new CropOptions { Size = [3, 0] }), sample).Image);
    }

    [Fact]
    public void Constructor_NegativeSize_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new CropTransform(new CropOptions { Size = [-1, 3] }));
        Assert.Equal("'crop' needs 'size' to be (y, x) or (z, y, x) in voxels, each at least 0; it is [-1, 3].", error.Message);
    }
}

public sealed class RandomCropTests : TransformContract
{
    protected override ITransform Create() => new CropTransform(new CropOptions { Size = [85, 55], At = CropPlace.Random });
}

public sealed class CropForegroundTransformTests : TransformContract
{
    protected override ITransform Create() => new CropForegroundTransform(new CropForegroundOptions { Threshold = -1, Margin = 1 });

    // Foreground at x 2 and 3, y 2; a margin of 1 mm is one voxel along x and two voxels of 0.5 mm along y.
    [Fact]
    public void Apply_MaskAndMargin_CutsToBoth()
    {
        var geometry = Geometry.Unknown.Resample((1, 0.5, 1), (0, 0, 0));
        var workspace = new SampleWorkspace();
        var (image, mask) = (workspace.Allocate([1, 6, 8], geometry: geometry), workspace.Allocate([1, 6, 8], geometry: geometry));
        for (var i = 0; i < 48; i++)
            (image.Pixels[i], mask.Pixels[i]) = (i, i is 18 or 19 ? 1 : 0);
        var crop = new CropForegroundTransform(new CropForegroundOptions { Of = "mask", Margin = 1 });
        var result = Apply.To(crop, new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image).With(mask, "mask"));
        Assert.Equal([1, 5, 4], result.Image.Shape.ToArray());
        Assert.Equal(1, result.Image.Pixels[0]);
        Assert.Equal(result.Image.Geometry.Affine.ToArray(), result["mask"].Geometry.Affine.ToArray());
    }

    // An image of half the spacing is cut to the same place in the patient.
    [Fact]
    public void Apply_ImagesOfOtherGrids_AreCutToTheSamePlace()
    {
        var workspace = new SampleWorkspace();
        var mask = workspace.Allocate([1, 1, 8]);
        mask.Pixels.Clear();
        mask.Pixels[3] = mask.Pixels[4] = 1;
        var image = workspace.Allocate([1, 1, 16], geometry: Geometry.Unknown.Resample((0.5, 1, 1), (-0.25, 0, 0)));
        image.Pixels.Clear();
        var result = Apply.To(new CropForegroundTransform(new CropForegroundOptions { Of = "mask" }), new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image).With(mask, "mask"));
        Assert.Equal(2, result["mask"].Width);
        Assert.Equal(4, result.Image.Width);
        Assert.Equal(2.75, result.Image.Geometry.Affine[3], 1e-9);
    }

    [Fact]
    public void Apply_NoForeground_SaysWhatToDo()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new CropForegroundTransform(new CropForegroundOptions()), [0, 0], [1, 1, 2]));
        Assert.Equal("crop-foreground finds no voxel of 'image' above 0. Lower 'threshold', or leave such cases out.", error.Message);
    }
}

public sealed class CropBoxTransformTests
{
    private static readonly Geometry Oblique = new([0, 0, 2, -5, 0.5, 0, 0, 6, 0, -0.7, 0, 7, 0, 0, 0, 1]);

    [Fact]
    public void Apply_BoxOfItsLabel_CutsToItsVoxels()
    {
        var image = Reference.Random([1, 6, 7, 8], 1, Oblique);
        var box = Box.From("lesion", new VoxelBox(new(2, 3, 1), new(5, 4.5, 4)), Oblique);
        var sample = new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image).With((IReadOnlyList<Box>)[Box.From("other", new VoxelBox(new(0, 0, 0), new(1, 1, 1)), Oblique), box]);
        var result = Apply.To(new CropBoxTransform(new CropBoxOptions { Label = "lesion" }), sample).Image;
        Assert.Equal([1, 3, 2, 3], result.Shape.ToArray());
        Assert.Equal(image.Pixels[(((1 * 7) + 3) * 8) + 2], result.Pixels[0]);
    }

    [Fact]
    public void Apply_NoSuchBox_ListsThoseThereAre()
    {
        var sample = Apply.Sample([1], [1, 1, 1]);
        var crop = new CropBoxTransform(new CropBoxOptions { Label = "lesion" });
        Assert.Equal("crop-box needs a box, and the sample has none. Leave such cases out, give the box by 'low' and 'high', or crop by crop-foreground.", Assert.Throws<DataFormatException>(() => Apply.To(crop, sample)).Message);
        sample = sample.With((IReadOnlyList<Box>)[Box.From("other", new VoxelBox(new(0, 0, 0), new(1, 1, 1)), Geometry.Unknown)]);
        Assert.Equal("crop-box needs a box 'lesion'; the sample has 'other'. Name one of them.", Assert.Throws<DataFormatException>(() => Apply.To(crop, sample)).Message);
    }

    [Fact]
    public void Apply_BoxOffTheImage_SaysSo()
    {
        var sample = Apply.Sample([1], [1, 1, 1]).With((IReadOnlyList<Box>)[Box.From("far", new VoxelBox(new(9, 9, 0), new(10, 10, 1)), Geometry.Unknown)]);
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new CropBoxTransform(new CropBoxOptions()), sample));
        Assert.Equal("the box 'far' lies outside the image. Leave the case out, or correct its annotation.", error.Message);
    }
}
