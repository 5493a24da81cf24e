using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>
/// A network whose learnt weights are destroyed until disposed: the values of each parameter change places among themselves, so that every layer keeps
/// its distribution of weights. A map that looks the same afterwards does not show what was learnt (Adebayo et al. 2018, arXiv:1810.03292).
/// </summary>
public sealed class ShuffledWeights : IDisposable
{
    private readonly List<(Tensor Parameter, Tensor Kept)> _kept = [];

    /// <summary>Shuffles every parameter.</summary>
    /// <param name="network">Changed in place; given back as it was by <see cref="Dispose"/>.</param>
    /// <param name="random">Says how; it is not advanced.</param>
    public ShuffledWeights(nn.Module network, RandomStream random)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            _kept.Add((parameter, parameter.detach().clone().DetachFromDisposeScope()));
            var order = new long[parameter.numel()];
            for (var i = 0; i < order.Length; i++)
                order[i] = i;
            random.Derive("shuffled-weights").Derive(name).Shuffle<long>(order);
            using var inner = NewDisposeScope();
            parameter.copy_(parameter.detach().flatten().index_select(0, tensor(order).to(parameter.device)).reshape(parameter.shape));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        using var noGradient = no_grad();
        foreach (var (parameter, kept) in _kept)
        {
            using (kept)
                parameter.copy_(kept);
        }

        _kept.Clear();
    }
}
