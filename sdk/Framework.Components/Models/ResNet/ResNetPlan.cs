using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>The shape of a ResNet: stages, blocks, channels (He et al. 2016, table 1; Xie et al. 2017, table 1).</summary>
internal sealed record ResNetPlan(int Depth, Space Space, int InputChannels)
{
    /// <summary>Channels of the first stage.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Groups of a bottleneck's 3x3 convolution; 1 in a ResNet.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Channels of a group where the first stage has 64.</summary>
    public int GroupWidth { get; init; } = 64;

    public static IReadOnlyList<int> Depths { get; } = [18, 34, 50, 101, 152];

    public bool Bottleneck => Depth >= 50;

    private int[] Blocks => Depth switch
    {
        18 => [2, 2, 2, 2],
        34 or 50 => [3, 4, 6, 3],
        101 => [3, 4, 23, 3],
        152 => [3, 8, 36, 3],
        _ => throw new ArgumentOutOfRangeException(nameof(Depth), Depth, $"Expected one of {string.Join(", ", Depths)}."),
    };

    /// <summary>Channels of a bottleneck's 3x3 convolution in a stage of this many channels.</summary>
    public int Inner(int channels) => channels * GroupWidth / 64 * Groups;

    /// <summary>One stage; its first block halves the image, except in stage 0.</summary>
    /// <param name="stage">0 to 3.</param>
    /// <param name="channels">The channels that come in; on return, those that go out.</param>
    public Sequential Stage(int stage, ref int channels)
    {
        var width = Width << stage;
        var blocks = new nn.Module<Tensor, Tensor>[Blocks[stage]];
        for (var i = 0; i < blocks.Length; i++)
        {
            var stride = i == 0 && stage > 0 ? 2 : 1;
            blocks[i] = Bottleneck ? new BottleneckBlock(this, channels, width, stride) : new BasicBlock(Space, channels, width, stride);
            channels = Bottleneck ? width * BottleneckBlock.Expansion : width;
        }
        return nn.Sequential(blocks);
    }
}
