using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class SliceTransformTests
{
    // Two channels of four slices of 1 x 2 pixels: the value is 10 * channel + slice.
    private static readonly float[] Pixels = [0, 0, 1, 1, 2, 2, 3, 3, 10, 10, 11, 11, 12, 12, 13, 13];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(-1, 3)]
    public void Apply_Index_TakesThatSlice(int index, float expected)
    {
        var result = Take(new SliceOptions { Index = index });
        Assert.Equal([2, 1, 2], result.Shape.ToArray());
        Assert.Equal([expected, expected, expected + 10, expected + 10], result.Pixels.ToArray());
        Assert.Equal(expected, result.Geometry.ToPatient(default).Z);
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.6, 2)]
    [InlineData(1.0, 3)]
    public void Apply_Position_TakesTheNearestSlice(double position, float expected) =>
        Assert.Equal(expected, Take(new SliceOptions { Position = position }).Pixels[0]);

    // Each slice with both its channels, in order; before the first slice the first again.
    [Fact]
    public void Apply_Neighbours_BecomeChannelsInOrder()
    {
        var result = Take(new SliceOptions { Index = 0, Neighbours = 1 });
        Assert.Equal([6, 1, 2], result.Shape.ToArray());
        Assert.Equal([0, 10, 0, 10, 1, 11], Enumerable.Range(0, 6).Select(channel => result.Channel(channel)[0]));
    }

    [Fact]
    public void Apply_LargestMask_TakesItsSliceAndTheMasks()
    {
        var sample = Apply.Sample(Pixels, [2, 4, 1, 2]);
        var mask = new SampleWorkspace().Allocate([1, 4, 1, 2]);
        new float[] { 0, 0, 1, 0, 2, 1, 0, 1 }.CopyTo(mask.Pixels);
        var result = Apply.To(new SliceTransform(new SliceOptions { LargestOf = "mask", Neighbours = 1 }), sample.With(mask, "mask"));
        Assert.Equal([1, 11, 2, 12, 3, 13], Enumerable.Range(0, 6).Select(channel => result.Image.Channel(channel)[0]));
        Assert.Equal([2, 1], result["mask"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_SliceThatIsNotThere_SaysWhichAre()
    {
        var error = Assert.Throws<DataFormatException>(() => Take(new SliceOptions { Index = 4 }));
        Assert.Equal("slice 4 is asked for, and the volume has 4. Give an index from -4 to 3, or a position from 0 to 1.", error.Message);
    }

    [Fact]
    public void Constructor_TwoWaysAtOnce_IsRefused()
    {
        Assert.Equal("'slice' needs one of 'index', 'position' and 'largest_of'; more than one is given.", Assert.Throws<ExperimentException>(() => new SliceTransform(new SliceOptions { Index = 0, Position = 0 })).Message);
        Assert.Equal("'slice' needs one of 'index', 'position' and 'largest_of'; none is given.", Assert.Throws<ExperimentException>(() => new SliceTransform(new SliceOptions())).Message);
    }

    [Fact]
    public void Apply_StackAll_MakesChannelsOfSlices()
    {
        var result = Apply.To(new StackSlicesTransform(new StackSlicesOptions()), Pixels, [2, 4, 1, 2]);
        Assert.Equal([8, 1, 2], result.Shape.ToArray());
        Assert.Equal([0, 10, 1, 11, 2, 12, 3, 13], Enumerable.Range(0, 8).Select(channel => result.Channel(channel)[0]));
    }

    [Fact]
    public void Apply_StackNeighbours_KeepsTheVolume()
    {
        var result = Apply.To(new StackSlicesTransform(new StackSlicesOptions { Neighbours = 1 }), Pixels, [2, 4, 1, 2]);
        Assert.Equal([6, 4, 1, 2], result.Shape.ToArray());
        Assert.Equal([0, 0, 0, 0, 1, 1, 2, 2], result.Channel(0).ToArray());
        Assert.Equal([11, 11, 12, 12, 13, 13, 13, 13], result.Channel(5).ToArray());
    }

    private static Image Take(SliceOptions options) => Apply.To(new SliceTransform(options), Pixels, [2, 4, 1, 2]);
}
