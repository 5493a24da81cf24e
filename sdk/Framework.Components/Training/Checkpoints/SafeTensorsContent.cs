using TorchSharp;

namespace Framework.Components.Training.Checkpoints;

/// <summary>What a safetensors file holds. Disposing it disposes the tensors.</summary>
/// <param name="metadata">Text kept beside the tensors.</param>
/// <param name="tensors">Tensors by name, on the CPU.</param>
public sealed class SafeTensorsContent(IReadOnlyDictionary<string, string> metadata, IReadOnlyDictionary<string, torch.Tensor> tensors) : IDisposable
{
    /// <summary>Text kept beside the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <summary>Tensors by name, on the CPU.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Tensors => tensors;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var tensor in tensors.Values)
            tensor.Dispose();
    }
}
