using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

/// <summary>The updates beside the same arithmetic on one number, in double precision: minimise (w - 3)^2 from w = 1.</summary>
public sealed class OptimizerFormulaTests
{
    private const int Steps = 12;

    [Fact]
    public void SGD_WithDampeningAndDecay_FollowsItsFormula()
    {
        double w = 1, velocity = 0;
        for (var step = 0; step < Steps; step++)
        {
            var gradient = Gradient(w) + 0.1 * w;
            velocity = step == 0 ? gradient : 0.9 * velocity + 0.5 * gradient;
            w -= 0.05 * velocity;
        }

        Assert.Equal(w, Train(p => optim.SGD([p], 0.05, momentum: 0.9, dampening: 0.5, weight_decay: 0.1)), 1e-12);
    }

    [Fact]
    public void SGD_ToMaximize_Ascends()
    {
        double w = 1;
        for (var step = 0; step < Steps; step++)
            w += 0.05 * Gradient(w);

        Assert.Equal(w, Train(p => optim.SGD([p], 0.05, maximize: true)), 1e-12);
    }

    [Fact]
    public void RMSProp_Plain_FollowsItsFormula()
    {
        double w = 1, square = 0;
        for (var step = 0; step < Steps; step++)
        {
            var gradient = Gradient(w) + 0.1 * w;
            square = 0.9 * square + 0.1 * gradient * gradient;
            w -= 0.05 * gradient / (Math.Sqrt(square) + 1e-3);
        }

        Assert.Equal(w, Train(p => optim.RMSProp([p], 0.05, alpha: 0.9, eps: 1e-3, weight_decay: 0.1)), 1e-12);
    }

    [Fact]
    public void RMSProp_CentredWithMomentum_FollowsItsFormula()
    {
        double w = 1, square = 0, average = 0, buffer = 0;
        for (var step = 0; step < Steps; step++)
        {
            var gradient = Gradient(w);
            square = 0.9 * square + 0.1 * gradient * gradient;
            average = 0.9 * average + 0.1 * gradient;
            buffer = 0.7 * buffer + gradient / (Math.Sqrt(square - average * average) + 1e-3);
            w -= 0.05 * buffer;
        }

        Assert.Equal(w, Train(p => optim.RMSProp([p], 0.05, alpha: 0.9, eps: 1e-3, momentum: 0.7, centered: true)), 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_AndAdamW_FollowTheirFormulas(bool decoupled)
    {
        double w = 1, average = 0, square = 0;
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Gradient(w) + (decoupled ? 0 : 0.1 * w);
            w *= decoupled ? 1 - 0.05 * 0.1 : 1;
            average = 0.8 * average + 0.2 * gradient;
            square = 0.9 * square + 0.1 * gradient * gradient;
            w -= 0.05 * (average / (1 - Math.Pow(0.8, step))) / (Math.Sqrt(square / (1 - Math.Pow(0.9, step))) + 1e-3);
        }

        var actual = Train(p => decoupled
            ? optim.AdamW([p], 0.05, 0.8, 0.9, 1e-3, weight_decay: 0.1)
            : optim.Adam([p], 0.05, 0.8, 0.9, 1e-3, weight_decay: 0.1));

        Assert.Equal(w, actual, 1e-12);
    }

    private static double Gradient(double w) => 2 * (w - 3);

    private static double Train(Func<Parameter, optim.Optimizer> make)
    {
        using var scope = NewDisposeScope();
        var w = new Parameter(ones(1, dtype: ScalarType.Float64));
        using var optimizer = make(w);
        for (var step = 0; step < Steps; step++)
        {
            optimizer.zero_grad();
            (w - 3).pow(2).sum().backward();
            optimizer.step();
        }
        return w.item<double>();
    }
}
