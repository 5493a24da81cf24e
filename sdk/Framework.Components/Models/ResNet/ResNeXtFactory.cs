using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>A ResNeXt for images or volumes: a ResNet whose 3x3 convolutions have 32 groups, with torchvision's parameter names.</summary>
/// <remarks>
/// Input: image (channel, y, x) or volume (channel, z, y, x) of any number of channels, sides of at least 32. Output: logits (case, label),
/// or the heads by name. Source: Xie et al. 2017, arXiv:1611.05431.
/// </remarks>
/// <param name="options">What was asked for.</param>
/// <param name="log">Where it says how weights fitted.</param>
public sealed class ResNeXtFactory(ResNeXtOptions options, ILogger<ResNeXtFactory>? log = null) : ClassifierFactory("resnext", options, log)
{
    private const int Groups = 32;

    private int GroupWidth => options.Depth == 50 ? 4 : 8;

    private protected override Classifier Network(Space space, int channels, IReadOnlyDictionary<string, int> outputs)
    {
        var plan = new ResNetPlan(options.Depth, space, channels) { Width = options.Width, Groups = Groups, GroupWidth = GroupWidth };
        return new ResNet(plan, outputs);
    }

    private protected override NetworkNames Names(Space space) => ResNet.Names($"resnext{options.Depth}_{Groups}x{GroupWidth}d");
}
