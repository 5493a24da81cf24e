using Framework.Components.Data.Loading;
using Framework.Components.Transforms.Annotations;

namespace Framework.Components.Tests.Transforms.Annotations;

public sealed class ObjectsFromMaskTests
{
    private static readonly ObjectsFromMaskOptions Options = new() { Classes = ["bleed", "lacune"] };

    [Fact]
    public void Apply_TwoValues_GivesEachConnectedPart()
    {
        using var workspace = new SampleWorkspace();
        var sample = Apply(workspace, Options, 1, 0, 2, 2, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0);
        Assert.Equal(["bleed", "lacune", "bleed"], sample.Boxes.Select(box => box.Label));
        var grid = VoxelGrid.Of(sample.Image);
        Assert.Equal(
            [(0.0, 0.0, 2.0, 2.0), (2.0, 0.0, 4.0, 2.0), (0.0, 3.0, 1.0, 4.0)],
            sample.Boxes.Select(box => box.On(grid)!.Value).Select(box => (Math.Round(box.Low.X, 9), Math.Round(box.Low.Y, 9), Math.Round(box.High.X, 9), Math.Round(box.High.Y, 9))));
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], sample[ObjectOptions.MaskName].Channel(0).ToArray());
    }

    [Fact]
    public void Apply_NumberedMask_GivesAnObjectForEachValue()
    {
        using var workspace = new SampleWorkspace();
        var sample = Apply(workspace, new() { Classes = ["bleed"], Numbered = true }, 7, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7);
        Assert.Equal(["bleed", "bleed"], sample.Boxes.Select(box => box.Label));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], sample[ObjectOptions.MaskName].Channel(0).ToArray());
        Assert.Equal([0, 1, 0, 0], sample[ObjectOptions.MaskName].Channel(1)[..4].ToArray());
    }

    [Fact]
    public void Create_NumberedOfTwoClasses_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new ObjectsFromMaskTransform(Options with { Numbered = true }));
        Assert.Equal("'objects-from-mask' has 2 classes, and 'numbered' masks tell one from another by nothing. Give one class, or leave 'numbered' out.", error.Message);
    }

    [Fact]
    public void Apply_NoObject_LeavesNoMasks()
    {
        using var workspace = new SampleWorkspace();
        var sample = Apply(workspace, Options with { LeastPixels = 2 }, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Assert.Empty(sample.Boxes);
        Assert.DoesNotContain(ObjectOptions.MaskName, sample.Images.Select(pair => pair.Name));
    }

    [Fact]
    public void Apply_ValueWithoutName_IsRefused()
    {
        using var workspace = new SampleWorkspace();
        var error = Assert.Throws<DataFormatException>(() => Apply(workspace, Options, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        Assert.Equal("'mask' holds 3, and objects-from-mask names the values 1 to 2 alone. Add its class, or correct the mask.", error.Message);
    }

    private static Sample Apply(SampleWorkspace workspace, ObjectsFromMaskOptions options, params float[] mask)
    {
        var geometry = new Geometry([0.5, 0, 0, 3, 0, 0.5, 0, -7, 0, 0, 2, 1, 0, 0, 0, 1]);
        var (image, drawn) = (workspace.Allocate([1, 4, 4], geometry: geometry), workspace.Allocate([1, 4, 4], geometry: geometry));
        mask.CopyTo(drawn.Pixels);
        var item = new Case { Id = "a", Subject = "a", Labels = [] };
        return new ObjectsFromMaskTransform(options).Apply(new Sample(item, image).With(drawn, "mask"), new TransformContext(workspace, new RandomStream(1), Phase.Train));
    }
}
