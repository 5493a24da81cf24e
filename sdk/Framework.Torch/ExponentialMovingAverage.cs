using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Weights averaged over the steps of a training, newer ones counting more; they often predict better than the last ones (Polyak and Juditsky 1992).</summary>
/// <remarks>
/// <c>average += (1 - d) (weight - average)</c> with <c>d = min(decay, (1 + n) / (10 + n))</c> at the n-th update, so that the initial weights, which mean
/// nothing, are soon forgotten in short trainings too. Buffers (running statistics) are copied as they are.
/// </remarks>
public sealed class ExponentialMovingAverage : IDisposable
{
    private readonly (string Name, Tensor Own)[] _own;
    private readonly Dictionary<string, Tensor> _averages;
    private readonly int[] _averaged;
    private readonly double _decay;

    /// <summary>Begins at the module's weights.</summary>
    /// <param name="module">On the device where it trains; the averages are on it too.</param>
    /// <param name="decay">Share of the average that a step keeps, in (0, 1): 0.999 averages about the last 1,000 steps.</param>
    public ExponentialMovingAverage(nn.Module module, double decay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(decay, 1);
        _decay = decay;
        _own = [.. module.state_dict().Select(pair => (pair.Key, pair.Value))];
        var parameters = module.named_parameters().Select(item => item.name).ToHashSet();
        _averaged = [.. Enumerable.Range(0, _own.Length).Where(i => parameters.Contains(_own[i].Name) && _own[i].Own.is_floating_point())];
        using var scope = NewDisposeScope();
        _averages = _own.ToDictionary(item => item.Name, item => item.Own.detach().clone().DetachFromDisposeScope());
    }

    /// <summary>Updates so far; set it together with <see cref="Averages"/> to go on from a checkpoint.</summary>
    public long Updates { get; set; }

    /// <summary>The averaged parameters and the copied buffers by the names of the module's state; live tensors, for the checkpoint.</summary>
    public IReadOnlyDictionary<string, Tensor> Averages => _averages;

    /// <summary>Takes the module's weights in, after a step.</summary>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public void Update()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        Updates++;
        var decay = Math.Min(_decay, (1.0 + Updates) / (10 + Updates));
        Foreach.Lerp([.. _averaged.Select(i => _averages[_own[i].Name])], [.. _averaged.Select(i => _own[i].Own)], 1 - decay);
        foreach (var i in Enumerable.Range(0, _own.Length).Except(_averaged))
            _averages[_own[i].Name].copy_(_own[i].Own);
    }

    /// <summary>Gives the module the averages until what it returns is disposed; then the module has its own weights again, bit for bit.</summary>
    public IDisposable Use()
    {
        using var scope = NewDisposeScope();
        var kept = _own.Select(item => item.Own.detach().clone().DetachFromDisposeScope()).ToArray();
        CopyToModule();
        return new Swap(_own, kept);
    }

    /// <summary>Gives the module the averages for good.</summary>
    public void CopyToModule()
    {
        using var noGradient = no_grad();
        foreach (var (name, own) in _own)
            own.copy_(_averages[name]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var tensor in _averages.Values)
            tensor.Dispose();
    }

    private sealed class Swap((string Name, Tensor Own)[] own, Tensor[] kept) : IDisposable
    {
        public void Dispose()
        {
            using var noGradient = no_grad();
            for (var i = 0; i < kept.Length; i++)
            {
                own[i].Own.copy_(kept[i]);
                kept[i].Dispose();
            }
        }
    }
}
