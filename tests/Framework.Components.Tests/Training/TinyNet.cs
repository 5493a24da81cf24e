using TorchSharp;

namespace Framework.Components.Tests.Training;

/// <summary>A small network with everything that has state: convolution, batch normalisation, dropout.</summary>
internal sealed class TinyNet : IModelFactory
{
    public IModel Create(ModelContext context) => new ImageModel(torch.nn.Sequential(
        ("conv", torch.nn.Conv2d(context.InputShape[0], 4, 3, padding: 1)),
        ("norm", torch.nn.BatchNorm2d(4)),
        ("relu", torch.nn.ReLU()),
        ("pool", torch.nn.AdaptiveAvgPool2d(2)),
        ("flat", torch.nn.Flatten()),
        ("drop", torch.nn.Dropout(0.2)),
        ("head", torch.nn.Linear(16, context.Labels.Count))));
}
