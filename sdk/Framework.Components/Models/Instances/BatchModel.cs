using TorchSharp;

namespace Framework.Components.Models;

/// <summary>A network over whole batches as a trainer sees it.</summary>
internal sealed class BatchModel(torch.nn.Module<Batch, ModelOutput> network) : IModel
{
    public torch.nn.Module Module => network;

    public ModelOutput Forward(Batch batch) => network.call(batch);

    public void Dispose() => network.Dispose();
}
