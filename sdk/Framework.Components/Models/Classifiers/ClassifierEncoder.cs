using TorchSharp;

namespace Framework.Components.Models;

/// <summary>A classifier without outputs, for models that look at many images of a case.</summary>
internal sealed class ClassifierEncoder(Classifier network) : IEncoder
{
    public torch.nn.Module Module => network;

    public int Features => network.Features;

    public torch.Tensor Encode(torch.Tensor image) => network.Encode(image);

    public void Dispose() => network.Dispose();
}
