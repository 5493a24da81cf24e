using TorchSharp.Modules;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

/// <summary>The problem of the reference figures: mean((x w - y)^2) over 5 points, 4 inputs, 3 outputs.</summary>
internal static class LinearRegression
{
    public static Parameter Weights() => new(OracleTensors.Input([4, 3]));

    /// <summary>One step; returns the loss before it.</summary>
    public static double Step(optim.Optimizer optimizer, Tensor w)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = Loss(w);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    public static Tensor Loss(Tensor w)
    {
        using var scope = NewDisposeScope();
        var error = OracleTensors.Input([5, 4], 1).matmul(w).sub(OracleTensors.Input([5, 3], 2));
        return error.mul(error).mean().MoveToOuterDisposeScope();
    }

    public static float[] Values(Tensor w)
    {
        using var values = w.detach();
        return values.data<float>().ToArray();
    }
}
