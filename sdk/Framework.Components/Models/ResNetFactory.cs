using Framework.Components.Models.Weights;
using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>A ResNet for 2-D images with one logit for each label.</summary>
/// <remarks>Input: image (channel, y, x) of any number of channels, sides of at least 32.</remarks>
public sealed class ResNetFactory(ResNetOptions options, ILogger<ResNetFactory>? log = null) : IModelFactory
{
    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        if (context.InputShape.Count != 3)
            throw new ExperimentException(
                $"'resnet' takes images (channel, y, x); the transforms leave {context.InputShape.Count} axes, ({string.Join(", ", context.InputShape)}). Choose one slice, or a model for volumes.");
        var network = new ResNet(options.Depth, context.InputShape[0], context.Labels.Count, options.Width);
        if (options.Pretrained is { } weights)
            Load(network, weights);
        return new ImageModel(network);
    }

    private void Load(ResNet network, string weights) => PretrainedWeights.Load(network, new PretrainedRequest
    {
        Weights = weights,
        Architecture = $"resnet{options.Depth}",
        HeadNames = ["fc."],
        Head = options.Head,
        FirstConvolutionName = "conv1.weight",
        FirstConvolution = options.FirstConvolution,
        Log = log,
    });
}
