using Framework.Components.Transforms.Composing;

namespace Framework.Components.Tests.Transforms.Composing;

public sealed class SelectImageTests
{
    private static readonly Landmark Sella = new("sella", new PatientPoint(1, 2, 3));

    [Fact]
    public void Apply_OneViewOfThree_MakesItTheImageAndDropsTheOthers()
    {
        var seen = Apply.To(new SelectImageTransform(new() { Name = "coronal" }), Views());

        Assert.Equal(["image"], seen.Images.Select(pair => pair.Name));
        Assert.Equal(2, seen.Image.Pixels[0]);
        Assert.Equal([Sella], seen.Landmarks);
    }

    [Fact]
    public void Apply_MaskKept_StaysUnderItsName() =>
        Assert.Equal(["image", "mask"], Apply.To(new SelectImageTransform(new() { Name = "coronal", Keep = ["mask"] }), Views()).Images.Select(pair => pair.Name));

    [Fact]
    public void Apply_NoSuchImage_SaysWhichThereAre()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new SelectImageTransform(new() { Name = "sagittal" }), Views()));

        Assert.Equal("the case has no image 'sagittal'; it has 'image', 'coronal', 'mask'. Name one of these, or add it under 'images' of the data.", error.Message);
    }

    [Fact]
    public void New_NameTwice_Throws() =>
        Assert.Equal(
            "'select-image' names an image twice. Name each once, in 'name' or in 'keep'.",
            Assert.Throws<ExperimentException>(() => new SelectImageTransform(new() { Name = "mask", Keep = ["mask"] })).Message);

    private static Sample Views() => Apply.Sample([1], [1, 1, 1])
        .With(Apply.Sample([2], [1, 1, 1]).Image, "coronal")
        .With(Apply.Sample([3], [1, 1, 1]).Image, "mask")
        .With([Sella]);
}
