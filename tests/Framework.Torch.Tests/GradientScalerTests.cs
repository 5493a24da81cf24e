using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>The rules of <c>torch.cuda.amp.GradScaler</c> with its own defaults, worked by hand.</summary>
public sealed class GradientScalerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly GradientScaler _scaler = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Scale_AtFirst_MultipliesBy65536() => Assert.Equal(98_304f, _scaler.Scale(tensor(1.5f)).item<float>());

    [Fact]
    public void Step_FiniteGradients_AreUnscaledBeforeTheStep()
    {
        Tensor[] gradients = [tensor(new[] { 65_536f, -131_072f }), tensor(32_768f)];
        float[] seen = [];

        Assert.True(_scaler.Step(gradients, () => seen = ForeachTests.Values(gradients)));

        Assert.Equal([1f, -2f, 0.5f], seen);
        Assert.Equal(new GradientScale(65_536, 1), _scaler.State);
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.NaN)]
    public void Step_Overflow_IsNotTakenAndHalvesTheScale(float value)
    {
        _scaler.State = new GradientScale(1024, 1500);
        var taken = false;

        Assert.False(_scaler.Step([ones(3), tensor(new[] { 1f, value })], () => taken = true));

        Assert.False(taken);
        Assert.Equal(new GradientScale(512, 0), _scaler.State);
    }

    // Their Euclidean norm overflows 32 bits; they do not.
    [Fact]
    public void Step_LargeFiniteGradients_IsTaken() => Assert.True(_scaler.Step([full(4, 3e38f), full(4, -3e38f)], () => { }));

    [Fact]
    public void Step_TwoThousandGoodOnes_DoubleTheScaleOnce()
    {
        for (var step = 1; step <= 1999; step++)
            _scaler.Step([], () => { });
        Assert.Equal(new GradientScale(65_536, 1999), _scaler.State);
        _scaler.Step([], () => { });
        Assert.Equal(new GradientScale(131_072, 0), _scaler.State);
    }

    [Fact]
    public void Step_OverflowWithinAnInterval_StartsCountingAnew()
    {
        _scaler.State = new GradientScale(8, 1999);
        _scaler.Step([tensor(float.NaN)], () => { });
        _scaler.Step([ones(1)], () => { });

        Assert.Equal(new GradientScale(4, 1), _scaler.State);
    }

    [Fact]
    public void Step_ScaleAtItsLargest_GrowsNoMore()
    {
        var largest = Math.Pow(2, 127);
        _scaler.State = new GradientScale(largest, 1999);
        _scaler.Step([], () => { });

        Assert.Equal(new GradientScale(largest, 0), _scaler.State);
    }
}
