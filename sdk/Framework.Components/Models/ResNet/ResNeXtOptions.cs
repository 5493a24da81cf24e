using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>resnext</c>.</summary>
public sealed record ResNeXtOptions : ClassifierOptions
{
    /// <summary>
    /// Number of layers, and with it the groups: 50 is torchvision's <c>resnext50_32x4d</c> (32 groups of 4 channels in the first stage),
    /// 101 its <c>resnext101_32x8d</c> (32 groups of 8).
    /// </summary>
    [AllowedValues(50, 101)]
    public int Depth { get; init; } = 50;

    /// <summary>
    /// Channels that the first stage's blocks are counted in, each later stage has twice as many; 64 in the paper. The channels of a group
    /// follow it; 16 is the least that leaves each a channel.
    /// </summary>
    [Range(16, 1024)]
    public int Width { get; init; } = 64;
}
