using Framework.Components.Transforms.Composing;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Composing;

public sealed class ComposeTransformTests : TransformContract
{
    protected override ITransform Create() => new ComposeTransform(new ComposeOptions { Transforms = [Flip(1), new ShiftScaleRotateTransform(new ShiftScaleRotateOptions { Rotate = 10, Probability = 1 })] });

    [Fact]
    public void Apply_TwoTransforms_AppliesThemInOrder()
    {
        var compose = new ComposeTransform(new ComposeOptions { Transforms = [Pad(2), Flip(1)] });
        Assert.Equal([0, 5], Apply.To(compose, [5], [1, 1, 1]).Pixels.ToArray());
        Assert.True(compose.IsRandom);
        Assert.False(new ComposeTransform(new ComposeOptions { Transforms = [Pad(2)] }).IsRandom);
    }

    // Two coins in one chain fall independently: each of the four outcomes in about a quarter of 4000 seeds.
    [Fact]
    public void Apply_TwoCoins_FallIndependently()
    {
        var compose = new ComposeTransform(new ComposeOptions { Transforms = [Flip(0.5), Flip(0.5, Axis.Y)] });
        var counts = Enumerable.Range(0, 4000).CountBy(seed => Apply.To(compose, [1, 2, 3, 4], [1, 2, 2], seed: (ulong)seed).Pixels[0]).ToDictionary();
        Assert.Equal([1, 2, 3, 4], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 835, 1165));
    }

    [Fact]
    public void Apply_SpatialChainInside_IsOneResampling()
    {
        var image = Spatial.Reference.Random([1, 20, 20], 1);
        AffineTransform Turn(double angle) => new(new AffineOptions { Rotate = [new(angle, angle)] });
        var compose = new ComposeTransform(new ComposeOptions { Transforms = [Turn(0.4), new ComposeTransform(new ComposeOptions { Transforms = [Turn(-0.4)] })] });
        Assert.Equal(image.Pixels.ToArray(), Apply.To(compose, new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image)).Image.Pixels.ToArray());
    }

    internal static FlipTransform Flip(double probability, Axis axis = Axis.X) => new(new FlipOptions { Axis = axis, Probability = probability });

    internal static PadTransform Pad(int width) => new(new PadOptions { Size = [1, width] });
}

public sealed class OneOfTransformTests : TransformContract
{
    protected override ITransform Create() => new OneOfTransform(new OneOfOptions { Transforms = [ComposeTransformTests.Flip(1), ComposeTransformTests.Flip(1, Axis.Y)] });

    [Fact]
    public void Apply_Weights_DecideHowOften()
    {
        var oneOf = new OneOfTransform(new OneOfOptions { Transforms = [ComposeTransformTests.Pad(2), ComposeTransformTests.Pad(3), ComposeTransformTests.Pad(4)], Weights = [3, 0, 1] });
        var counts = Enumerable.Range(0, 4000).CountBy(seed => Apply.To(oneOf, [5], [1, 1, 1], seed: (ulong)seed).Width).ToDictionary();
        Assert.Equal([2, 4], counts.Keys.Order());
        Assert.InRange(counts[2], 2835, 3165);
    }

    [Fact]
    public void Constructor_TooFewWeights_SaysHowManyItNeeds()
    {
        var error = Assert.Throws<ExperimentException>(() => new OneOfTransform(new OneOfOptions { Transforms = [ComposeTransformTests.Pad(2), ComposeTransformTests.Pad(3)], Weights = [1] }));
        Assert.Equal("'one-of' needs a weight of at least 0 for each of its 2 transforms, one of them above 0; 'weights' is [1].", error.Message);
    }
}

public sealed class WithProbabilityTransformTests : TransformContract
{
    protected override ITransform Create() => new WithProbabilityTransform(new WithProbabilityOptions { Probability = 1, Transform = ComposeTransformTests.Flip(1) });

    [Fact]
    public void Apply_AQuarterOfTheTime_IsAboutAQuarterOfTheSeeds()
    {
        var quarter = new WithProbabilityTransform(new WithProbabilityOptions { Probability = 0.25, Transform = ComposeTransformTests.Pad(2) });
        Assert.InRange(Enumerable.Range(0, 4000).Count(seed => Apply.To(quarter, [5], [1, 1, 1], seed: (ulong)seed).Width == 2), 835, 1165);
    }
}
