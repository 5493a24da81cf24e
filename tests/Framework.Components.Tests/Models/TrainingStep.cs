using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

internal static class TrainingStep
{
    /// <summary>One step on binary targets; returns the loss before it.</summary>
    public static double Run(nn.Module<Tensor, Tensor> network, optim.Optimizer optimizer, Tensor input, Tensor targets) =>
        Run(optimizer, () => nn.functional.binary_cross_entropy_with_logits(network.call(input), targets));

    /// <summary>One step; returns the loss before it.</summary>
    public static double Run(optim.Optimizer optimizer, Func<Tensor> compute)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = compute();
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }
}
