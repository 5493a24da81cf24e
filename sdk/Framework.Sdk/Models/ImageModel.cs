using TorchSharp;

namespace Framework.Sdk;

/// <summary>The common case: a module from the batch's image to logits.</summary>
/// <param name="module">(case, channel, y, x) or (case, channel, z, y, x) to (case, label).</param>
public sealed class ImageModel(torch.nn.Module<torch.Tensor, torch.Tensor> module) : IModel
{
    /// <inheritdoc />
    public torch.nn.Module Module => module;

    /// <inheritdoc />
    public ModelOutput Forward(Batch batch) => new(module.call(batch.Image));

    /// <inheritdoc />
    public void Dispose() => module.Dispose();
}
