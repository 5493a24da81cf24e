using Framework.Sdk;

namespace Framework.Components.Models;

/// <summary>A ResNet for 2-D images with one logit for each label.</summary>
/// <remarks>Input: image (channel, y, x) of any number of channels, sides of at least 32.</remarks>
public sealed class ResNetFactory(ResNetOptions options) : IModelFactory
{
    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        if (context.InputShape.Count != 3)
            throw new ExperimentException(
                $"'resnet' takes images (channel, y, x); the transforms leave {context.InputShape.Count} axes, ({string.Join(", ", context.InputShape)}). Choose one slice, or a model for volumes.");
        var network = new ResNet(options.Depth, context.InputShape[0], context.Labels.Count, options.Width);
        if (options.Weights is { } file)
            PretrainedWeights.Load(network, file, head: "fc.");
        return new ImageModel(network);
    }
}
