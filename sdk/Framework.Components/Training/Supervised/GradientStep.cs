using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>From losses to new weights: gradients of one or several batches, scaled, clipped, followed, averaged over.</summary>
internal sealed class GradientStep(TrainingState state, double? clipNorm)
{
    // The smallest 16-bit float: a scale below it makes no gradient survive that would otherwise.
    private const double SmallestScale = 1.0 / (1 << 24);

    private readonly Parameter[] _parameters = [.. state.Optimizer.parameters()];

    /// <summary>Forgets the gradients of the step before; their memory is free for the forward pass.</summary>
    public void Begin()
    {
        foreach (var parameter in _parameters)
            parameter.grad = null;
    }

    /// <summary>Adds the gradients of a batch that has a share of the step's cases.</summary>
    public void Add(torch.Tensor loss, double share)
    {
        var weighted = share == 1 ? loss : loss * share;
        (state.Scaler is { } scaler ? scaler.Scale(weighted) : weighted).backward();
    }

    /// <summary>Follows the gradients. A step whose gradients overflowed 16 bits is not taken, and the next ones are scaled less.</summary>
    /// <exception cref="TrainingException">The gradients are not finite, or overflow whatever the scale.</exception>
    public void Take(string unit, long step)
    {
        torch.Tensor[] gradients = [.. _parameters.Select(parameter => parameter.grad).OfType<torch.Tensor>()];
        if (state.Scaler is not { } scaler)
            Follow(gradients, unit, step);
        else if (!scaler.Step(gradients, () => Follow(gradients, unit, step)) && scaler.State.Scale < SmallestScale)
            throw new TrainingException($"{unit}: the gradients overflow 16 bits at step {step}, whatever their scale. Set precision: bf16 or full, or lower the learning rate.");
    }

    private void Follow(torch.Tensor[] gradients, string unit, long step)
    {
        if (clipNorm is { } greatest)
        {
            var norm = GradientClipping.ByNorm(gradients, greatest);
            if (!double.IsFinite(norm))
                throw new TrainingException($"{unit}: the norm of the gradients is {norm} at step {step}. Lower the learning rate, or look at the cases' pixels and labels.");
        }

        state.Optimizer.step();
        state.Average?.Update();
    }
}
