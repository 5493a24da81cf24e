using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Feature maps of one width at five resolutions, each coarser one added to the finer (Lin et al. 2017, arXiv:1612.03144).</summary>
/// <remarks>Takes the four stages of a backbone, finest first; the fifth level is every second pixel of the fourth.</remarks>
internal sealed class FeaturePyramid : nn.Module<Tensor[], Tensor[]>
{
    private readonly ModuleList<Sequential> inner_blocks;
    private readonly ModuleList<Sequential> layer_blocks;

    /// <param name="channels">Channels of each stage.</param>
    /// <param name="width">Channels of the pyramid.</param>
    public FeaturePyramid(IReadOnlyList<int> channels, int width) : base(nameof(FeaturePyramid))
    {
        inner_blocks = new([.. channels.Select(count => Block(count, width, kernel: 1))]);
        layer_blocks = new([.. channels.Select(_ => Block(width, width, kernel: 3))]);
        RegisterComponents();
    }

    public override Tensor[] forward(Tensor[] stages)
    {
        using var scope = NewDisposeScope();
        var levels = new Tensor[stages.Length + 1];
        Tensor? coarser = null;
        for (var i = stages.Length - 1; i >= 0; i--)
        {
            var lateral = inner_blocks[i].call(stages[i]);
            coarser = coarser is null ? lateral : lateral.add_(Enlarge(coarser, lateral));
            levels[i] = layer_blocks[i].call(coarser);
        }
        levels[^1] = nn.functional.max_pool2d(levels[^2], 1, stride: 2);
        scope.MoveToOuter(levels);
        return levels;
    }

    private static Tensor Enlarge(Tensor coarse, Tensor fine) => nn.functional.interpolate(coarse, [fine.shape[^2], fine.shape[^1]]);

    private static Sequential Block(int channels, int width, int kernel)
    {
        var convolution = nn.Conv2d(channels, width, kernel, padding: kernel / 2);
        nn.init.kaiming_uniform_(convolution.weight, a: 1);
        nn.init.zeros_(convolution.bias!);
        return nn.Sequential(convolution);
    }
}
