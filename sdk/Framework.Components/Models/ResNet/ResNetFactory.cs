using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>A ResNet for images or volumes, with torchvision's parameter names.</summary>
/// <remarks>
/// Input: image (channel, y, x) or volume (channel, z, y, x) of any number of channels, sides of at least 32. Output: logits (case, label),
/// or the heads by name.
/// </remarks>
/// <param name="options">What was asked for.</param>
/// <param name="log">Where it says how weights fitted.</param>
public sealed class ResNetFactory(ResNetOptions options, ILogger<ResNetFactory>? log = null) : ClassifierFactory("resnet", options, log)
{
    private protected override Classifier Network(Space space, int channels, IReadOnlyDictionary<string, int> outputs) =>
        new ResNet(new ResNetPlan(options.Depth, space, channels) { Width = options.Width }, outputs);

    private protected override NetworkNames Names(Space space) => ResNet.Names($"resnet{options.Depth}");
}
