using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Calls the layers of its encoder otherwise than those of the whole network, so that no weights file fits both.</summary>
internal sealed class RenamingEncoder : IEncoderFactory
{
    public IModel Create(ModelContext context) =>
        new ImageModel(nn.Sequential(("conv", nn.Conv2d(1, 4, 3)), ("pool", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()), ("head", nn.Linear(4, context.Labels.Count))));

    public IEncoder CreateEncoder(IReadOnlyList<int> inputShape, bool pretrained = true) => new Encoder();

    private sealed class Encoder : IEncoder
    {
        private readonly nn.Module<Tensor, Tensor> _network = nn.Sequential(("body", nn.Conv2d(1, 4, 3)), ("pool", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()));

        public nn.Module Module => _network;

        public int Features => 8; // and they are 4

        public Tensor Encode(Tensor image) => _network.call(image);

        public void Dispose() => _network.Dispose();
    }
}
