using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class CoordinatesTransformTests : TransformContract
{
    protected override ITransform Create() => new CoordinatesTransform(new CoordinatesOptions { Threshold = -1e9 });

    [Fact]
    public void Apply_Slice_CountsFromSideToSideOfTheBody()
    {
        // The body is the 3 x 3 pixels on the right, but for its corners.
        var result = Apply.To(new CoordinatesTransform(new CoordinatesOptions()), [0, 0, 5, 0, 0, 5, 5, 5, 0, 0, 5, 0], [1, 3, 4]);

        Assert.Equal([4, 3, 4], result.Shape.ToArray());
        Assert.Equal([0, 0, 5, 0, 0, 5, 5, 5, 0, 0, 5, 0], result.Channel(0).ToArray());
        Assert.Equal([-2, -1, 0, 1, -2, -1, 0, 1, -2, -1, 0, 1], result.Channel(1).ToArray());
        Assert.Equal([-1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1], result.Channel(2).ToArray());
        Assert.Equal(MathF.Sqrt(2), result.Channel(3)[1], 6);
        Assert.Equal(0, result.Channel(3)[6]);
    }

    [Fact]
    public void Apply_Volume_HasFourChannelsMore()
    {
        var result = Apply.To(new CoordinatesTransform(new CoordinatesOptions()), [.. Enumerable.Repeat(1f, 27)], [1, 3, 3, 3]);

        Assert.Equal([5, 3, 3, 3], result.Shape.ToArray());
        Assert.Equal([-1, 0, 1], Enumerable.Range(0, 3).Select(z => result.Channel(3)[9 * z]));
        Assert.Equal(MathF.Sqrt(3), result.Channel(4)[26], 6);
    }

    [Fact]
    public void Apply_NothingAbove_SaysWhatToDo()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new CoordinatesTransform(new CoordinatesOptions()), [0], [1, 1, 1]));
        Assert.Equal("coordinates finds no pixel above 0. Lower 'threshold', or leave such cases out.", error.Message);
    }
}
