using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class FlipTransformTests : TransformContract
{
    protected override ITransform Create() => Along(Axis.X);

    [Theory]
    [InlineData(Axis.X, new float[] { 2, 1, 4, 3, 6, 5, 8, 7 })]
    [InlineData(Axis.Y, new float[] { 3, 4, 1, 2, 7, 8, 5, 6 })]
    [InlineData(Axis.Z, new float[] { 5, 6, 7, 8, 1, 2, 3, 4 })]
    public void Apply_EachAxis_ReversesIt(Axis axis, float[] expected) =>
        Assert.Equal(expected, Apply.To(Along(axis), [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2]).Pixels.ToArray());

    [Fact]
    public void Apply_HalfTheTime_IsAboutHalfTheSeeds()
    {
        var half = new FlipTransform(new FlipOptions { Axis = Axis.X });
        var flipped = Enumerable.Range(0, 1000).Count(seed => Apply.To(half, [1, 2], [1, 1, 2], seed: (ulong)seed).Pixels[0] == 2);
        Assert.InRange(flipped, 450, 550);
    }

    [Fact]
    public void Apply_AxisZOfASlice_SaysWhatToDo()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(Along(Axis.Z), [1], [1, 1, 1]));
        Assert.Equal("a single slice has no axis z. Flip along x or y.", error.Message);
    }

    private static FlipTransform Along(Axis axis) => new(new FlipOptions { Axis = axis, Probability = 1 });
}

public sealed class FlipAlongYTests : TransformContract
{
    protected override ITransform Create() => new FlipTransform(new FlipOptions { Axis = Axis.Y, Probability = 1 });
}
