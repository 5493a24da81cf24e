using Framework.Sdk;
using static TorchSharp.torch.nn;

namespace Study.Assembly;

/// <summary>Two convolutions with normalisation and pooling, and a linear layer.</summary>
/// <remarks>Input: slices (channel, y, x) of any number of channels and any size from 8 x 8. Output: logits (case, label).</remarks>
/// <param name="options">The width.</param>
public sealed class SmallNetFactory(SmallNetOptions options) : IModelFactory
{
    private const int Pooled = 4;

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        if (context.InputShape is not [var channels, >= 8, >= 8])
            throw new ExperimentException($"'study-name.small-net' takes slices (channel, y, x) of at least 8 x 8; these are {string.Join(" x ", context.InputShape)}. Take a slice of volumes, or use another model.");
        return new ImageModel(Sequential(
            ("conv1", Conv2d(channels, options.Width, 3, padding: 1)),
            ("norm1", BatchNorm2d(options.Width)),
            ("relu1", ReLU()),
            ("pool1", MaxPool2d(2)),
            ("conv2", Conv2d(options.Width, 2 * options.Width, 3, padding: 1)),
            ("norm2", BatchNorm2d(2 * options.Width)),
            ("relu2", ReLU()),
            ("pool2", AdaptiveAvgPool2d(Pooled)),
            ("flat", Flatten()),
            ("head", Linear(2 * options.Width * Pooled * Pooled, context.Labels.Count))));
    }
}
