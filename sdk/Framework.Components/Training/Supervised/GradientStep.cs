using Framework.Torch;
using Framework.Torch.Distributed;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>From losses to new weights: gradients of one or several batches, summed over ranks, scaled, clipped, followed, averaged over.</summary>
internal sealed class GradientStep(TrainingState state, double? clipNorm, RankTeam? team = null) : IDisposable
{
    // The smallest 16-bit float: a scale below it makes no gradient survive that would otherwise.
    private const double SmallestScale = 1.0 / (1 << 24);

    private readonly Parameter[] _parameters = [.. state.Optimizer.parameters()];
    private Parameter[] _reduced = [];
    private GradientReducer? _reducer;

    /// <summary>Looks which parameters learn from now on.</summary>
    public void BeginEpoch()
    {
        if (team is null)
            return;
        Parameter[] learning = [.. _parameters.Where(parameter => parameter.requires_grad)];
        if (learning.SequenceEqual(_reduced))
            return;
        _reducer?.Dispose();
        (_reduced, _reducer) = (learning, new GradientReducer(team.Gradients, learning));
    }

    /// <summary>Forgets the gradients of the step before; their memory is free for the forward pass.</summary>
    public void Begin()
    {
        foreach (var parameter in _parameters)
            parameter.grad = null;
    }

    /// <summary>Adds the gradients of a batch that has a share of the step's cases; with the last batch, those of all ranks.</summary>
    public void Add(torch.Tensor loss, double share, bool isLast = true)
    {
        var weighted = share == 1 ? loss : loss * share;
        if (state.Scaler is { } scaler)
            weighted = scaler.Scale(weighted);
        if (_reducer is null)
            weighted.backward();
        else
            _reducer.Backward(weighted, sums: isLast);
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

    public void Dispose() => _reducer?.Dispose();

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
