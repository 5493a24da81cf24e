using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

internal static class TrainingStep
{
    /// <summary>One step on binary targets; returns the loss before it.</summary>
    public static double Run(nn.Module<Tensor, Tensor> network, optim.Optimizer optimizer, Tensor input, Tensor targets)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = nn.functional.binary_cross_entropy_with_logits(network.call(input), targets);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }
}
