using TorchSharp;

namespace Framework.Sdk;

/// <summary>A loss over a batch, and the probabilities that its logits stand for.</summary>
public interface ILoss : IDisposable
{
    /// <summary>The scalar to minimise.</summary>
    /// <param name="output">The model's outputs for the batch.</param>
    /// <param name="batch">Targets; missing labels (NaN) do not count.</param>
    torch.Tensor Compute(ModelOutput output, Batch batch);

    /// <summary>Outputs as probabilities, (case, label).</summary>
    /// <param name="output">The model's outputs.</param>
    torch.Tensor Probabilities(ModelOutput output);
}
