using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>Everything that a checkpoint holds.</summary>
internal sealed class TrainingState(torch.nn.Module module, OptimizerHelper optimizer) : IDisposable
{
    public torch.nn.Module Module => module;

    public OptimizerHelper Optimizer => optimizer;

    /// <summary>Scales gradients of 16 bits; null where the precision needs none.</summary>
    public GradientScaler? Scaler { get; init; }

    /// <summary>Weights averaged over the steps; null where none are asked for.</summary>
    public ExponentialMovingAverage? Average { get; init; }

    public Bookmark At { get; set; } = new();

    /// <summary>Weights of the epoch that validated best; empty where there is none.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Best { get; private set; } = new Dictionary<string, torch.Tensor>();

    public void SetBest(IReadOnlyDictionary<string, torch.Tensor> weights)
    {
        DisposeBest();
        Best = weights;
    }

    public void Dispose()
    {
        DisposeBest();
        Average?.Dispose();
        optimizer.Dispose();
    }

    private void DisposeBest()
    {
        foreach (var tensor in Best.Values)
            tensor.Dispose();
    }
}
