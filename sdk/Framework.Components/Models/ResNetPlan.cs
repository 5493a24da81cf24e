using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>The blocks of a ResNet: how many in each stage, and of which kind (He et al. 2016, table 1).</summary>
internal sealed record ResNetPlan(int[] Blocks, bool Bottleneck)
{
    public static IReadOnlyList<int> Depths { get; } = [18, 34, 50, 101, 152];

    public static ResNetPlan OfDepth(int depth) => depth switch
    {
        18 => new([2, 2, 2, 2], Bottleneck: false),
        34 => new([3, 4, 6, 3], Bottleneck: false),
        50 => new([3, 4, 6, 3], Bottleneck: true),
        101 => new([3, 4, 23, 3], Bottleneck: true),
        152 => new([3, 8, 36, 3], Bottleneck: true),
        _ => throw new ArgumentOutOfRangeException(nameof(depth), depth, $"Expected one of {string.Join(", ", Depths)}."),
    };

    /// <summary>One stage; its first block halves the image, except in stage 0.</summary>
    /// <param name="stage">0 to 3.</param>
    /// <param name="channels">The channels that come in; on return, those that go out.</param>
    /// <param name="width">Channels of the 3x3 convolutions.</param>
    public Sequential Stage(int stage, ref int channels, int width)
    {
        var blocks = new nn.Module<Tensor, Tensor>[Blocks[stage]];
        for (var i = 0; i < blocks.Length; i++)
        {
            var stride = i == 0 && stage > 0 ? 2 : 1;
            blocks[i] = Bottleneck ? new BottleneckBlock(channels, width, stride) : new BasicBlock(channels, width, stride);
            channels = Bottleneck ? width * BottleneckBlock.Expansion : width;
        }
        return nn.Sequential(blocks);
    }
}
