using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class ShiftScaleRotateTransformTests : TransformContract
{
    private static readonly float[] Nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    protected override ITransform Create() => new ShiftScaleRotateTransform(new ShiftScaleRotateOptions { Rotate = 14, Probability = 1 });

    // A quarter turn counter-clockwise brings the right column to the top row.
    [Fact]
    public void Undo_QuarterTurn_TurnsCounterClockwise() =>
        Assert.Equal([3, 6, 9, 2, 5, 8, 1, 4, 7], Map((0, 0), 1, 90));

    // One column to the right: the left column shows what lies mirrored about the edge pixel.
    [Fact]
    public void Undo_ShiftByOneColumn_MirrorsAboutTheEdgePixel() =>
        Assert.Equal([2, 1, 2, 5, 4, 5, 8, 7, 8], Map((1, 0), 1, 0));

    [Fact]
    public void Undo_ShiftUpByTwoRows_MirrorsBeyondTheLastRow() =>
        Assert.Equal([7, 8, 9, 4, 5, 6, 1, 2, 3], Map((0, -2), 1, 0));

    // Twice as large about the middle: the corners show what lay half way to the middle, (1 + 2 + 4 + 5) / 4 = 3.
    [Fact]
    public void Undo_ScaleByTwo_EnlargesAboutTheMiddle() =>
        Assert.Equal([3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7], Map((0, 0), 2, 0));

    [Fact]
    public void Apply_NoLimits_ChangesNothing()
    {
        var still = new ShiftScaleRotateTransform(new ShiftScaleRotateOptions { Shift = 0, Scale = 0, Rotate = 0, Probability = 1 });
        Assert.Equal(Nine, Apply.To(still, Nine, [1, 3, 3]).Pixels.ToArray());
    }

    [Fact]
    public void Apply_Mask_KeepsItsClasses()
    {
        var sample = Apply.Sample(new float[400], [1, 20, 20]);
        var mask = new SampleWorkspace().Allocate([1, 20, 20]);
        for (var i = 0; i < mask.Length; i++)
            mask.Pixels[i] = i % 20 < 10 ? 0 : 3;
        var moved = Apply.To(Create(), sample.With(mask, "mask"))["mask"];
        Assert.All(moved.Pixels.ToArray(), value => Assert.Contains(value, new float[] { 0, 3 }));
        Assert.NotEqual(mask.Pixels.ToArray(), moved.Pixels.ToArray());
    }

    private static float[] Map((double X, double Y) shift, double scale, double degrees)
    {
        var image = Apply.Sample(Nine, [1, 3, 3]).Image;
        var grid = VoxelGrid.Of(image);
        var change = new SpatialChange(grid, grid.Size, ShiftScaleRotateTransform.Undo(grid, shift, scale, degrees)) { Padding = Padding.Reflection };
        return Array.ConvertAll(image.Move(change, new SampleWorkspace()).Pixels.ToArray(), value => MathF.Round(value, 4));
    }
}
