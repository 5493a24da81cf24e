using TorchSharp;

namespace Framework.Components.Models;

/// <summary>A UNet as a trainer sees it.</summary>
internal sealed class UNetModel(UNet network) : IModel
{
    public torch.nn.Module Module => network;

    public ModelOutput Forward(Batch batch) => new(network.Outputs(batch.Image));

    public void Dispose() => network.Dispose();
}
