using System.ComponentModel.DataAnnotations;
using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class CropBoxesTests
{
    private static readonly Case Item = new() { Id = "a", Subject = "s", Labels = [] };

    // A row of 8 pixels: a block of 3 around the box of pixel 2, and one that reaches over the end around that of pixel 7.
    [Fact]
    public void Apply_BoxesOfASlice_AreInstancesAndZerosBeyondTheImage()
    {
        var sample = Row().With([At(2, "a"), At(7, "b")]);
        var bag = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 3] }), sample);
        Assert.Equal([1, 2, 1, 3], bag.Image.Shape.ToArray());
        Assert.Equal([1, 2, 3, 6, 7, 0], bag.Image.Pixels.ToArray());
        Assert.Null(bag.Image.Instances);
        Assert.Empty(bag.Boxes);
    }

    [Fact]
    public void Apply_LabelAndMost_TakesTheFirstOfThem()
    {
        var sample = Row().With([At(1, "a"), At(3, "b"), At(5, "b"), At(6, "b")]);
        Assert.Equal([3, 5], Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 1], Label = "b", Most = 2 }), sample).Image.Pixels.ToArray());
    }

    [Fact]
    public void Apply_Whole_ComesFirstAndFillsAnEmptyBag()
    {
        var whole = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 8], Whole = true }), Row());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], whole.Image.Pixels.ToArray());
        var both = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 4], Whole = true }), Row().With([At(4, "a")]));
        Assert.Equal([1, 2, 1, 4], both.Image.Shape.ToArray());
        Assert.Equal(28 / 8.0, both.Image.Pixels[..4].ToArray().Average(), 1e-5);
        Assert.Equal([3, 4, 5, 6], both.Image.Pixels[4..].ToArray());
    }

    // Six slices of one value each, in two slabs: three slices show three as they are; one shows them by a triangle that reaches into the other slab, (2 x 0 + 3 x 1 + 2 x 2 + 1 x 3) / 8.
    [Theory]
    [InlineData(3, new[] { 0f, 1, 2, 3, 4, 5 }, new[] { 0.0, 3, 3 })]
    [InlineData(1, new[] { 1.25f, 3.75f }, new[] { 1.0, 4, 4 })]
    public void Apply_Slabs_ShowTheWholeAsSeveralInstancesAlongZ(int slices, float[] values, double[] places)
    {
        var volume = Apply.Sample([.. Enumerable.Range(0, 6).SelectMany(z => Enumerable.Repeat((float)z, 4))], [1, 6, 2, 2]);
        var bag = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [slices, 2, 2], Whole = true, Slabs = 2 }), volume.With([Around(0, 0, 4)])).Image;
        Assert.Equal((3, 3 * slices), (bag.Instances!.Value, bag.Depth)); // the last is the box's
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(z => bag.Pixels[z * 4]), (one, other) => Math.Abs(one - other) < 1e-5);
        Assert.Equal(places, bag.Places!.Select(place => place.ToPatient(default).Z));
    }

    [Theory]
    [InlineData(false, 3, "'slabs' divides the whole image, which is no instance. Add 'whole: true', or leave it out.")]
    [InlineData(true, 2, "'slabs' lie along z, and a 'size' (y, x) is for single slices. Leave it out.")]
    public void Validate_SlabsOfNothing_SaysWhatToDo(bool whole, int dimensions, string problem)
    {
        var options = new CropBoxesOptions { Size = [.. Enumerable.Repeat(4, dimensions)], Whole = whole, Slabs = 2 };
        Assert.Equal(problem, Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage);
    }

    [Fact]
    public void Apply_BoxesOfAVolume_AreABagOfVolumesWithTheirMasks()
    {
        var workspace = new SampleWorkspace();
        var image = Reference.Random([2, 5, 6, 7], 1, Geometry.Unknown);
        var mask = workspace.Allocate([1, 5, 6, 7]);
        for (var i = 0; i < mask.Length; i++)
            mask.Pixels[i] = i;
        var sample = new Sample(Item, image).With(mask, "mask").With([Around(3, 2, 2), Around(4, 3, 1)]);
        var bag = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [3, 3, 3] }), sample);
        Assert.Equal([2, 6, 3, 3], bag.Image.Shape.ToArray());
        Assert.Equal((2, 2), (bag.Image.Instances, bag["mask"].Instances));
        Assert.Equal([new PatientPoint(2, 1, 1), new PatientPoint(3, 2, 0)], bag.Image.Places!.Select(place => place.ToPatient(default)));
        Assert.Equal((2 * 42) + (2 * 7) + 3, bag["mask"].Pixels[(1 * 9) + (1 * 3) + 1]); // the middle of the first
        Assert.Equal((1 * 42) + (3 * 7) + 4, bag["mask"].Pixels[(4 * 9) + (1 * 3) + 1]); // and of the second
        Assert.Equal(image.Channel(1)[(1 * 42) + (3 * 7) + 4], bag.Image.Channel(1)[(4 * 9) + (1 * 3) + 1]);
    }

    [Fact]
    public void Apply_BoxesOfAStage_ComeFromTheHighestScoreDown()
    {
        StageOutput Said(double score, int at) => new() { Case = Item, Labels = [], Outputs = [], Boxes = [new ScoredBox(At(at, "a"), score)] };
        var sample = Row().With(new Dictionary<string, IReadOnlyList<StageOutput>> { ["detect"] = [Said(0.2, 1), Said(0.9, 6)] });
        var bag = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 1], From = "detect" }), sample);
        Assert.Equal([6, 1], bag.Image.Pixels.ToArray());
        Assert.Equal(2, bag.Earlier["detect"].Count);
    }

    [Fact]
    public void Apply_NothingToCut_SaysWhatToDo()
    {
        Assert.Equal(
            "crop-boxes finds no box in the sample. Take the whole image as an instance too, by 'whole: true', or leave such cases out.",
            Assert.Throws<DataFormatException>(() => Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 1] }), Row())).Message);
        Assert.Equal(
            "crop-boxes finds nothing that the stage 'detect' said of the case. Name it in the stage's 'reads'.",
            Assert.Throws<DataFormatException>(() => Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 1], From = "detect" }), Row())).Message);
        Assert.Equal(
            "crop-boxes needs 'size' to be (y, x), for the image is a single slice; it is [1, 1, 1].",
            Assert.Throws<DataFormatException>(() => Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 1, 1] }), Row())).Message);
    }

    private static Sample Row() => Apply.Sample([0, 1, 2, 3, 4, 5, 6, 7], [1, 1, 8]);

    private static Box At(int x, string label) => Box.From(label, new VoxelBox(new(x, 0, 0), new(x + 1, 1, 1)), Geometry.Unknown);

    private static Box Around(int x, int y, int z) => Box.From("a", new VoxelBox(new(x - 0.5, y - 0.5, z), new(x + 1.5, y + 1.5, z + 1)), Geometry.Unknown);
}
