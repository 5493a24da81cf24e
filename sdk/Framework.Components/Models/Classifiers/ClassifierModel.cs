using TorchSharp;

namespace Framework.Components.Models;

/// <summary>A classifier as a trainer sees it.</summary>
internal sealed class ClassifierModel(Classifier network) : IModel
{
    public torch.nn.Module Module => network;

    public ModelOutput Forward(Batch batch)
    {
        var features = network.Encode(batch.Image);
        return new ModelOutput(network.Outputs(features)) { Features = features };
    }

    public void Dispose() => network.Dispose();
}
