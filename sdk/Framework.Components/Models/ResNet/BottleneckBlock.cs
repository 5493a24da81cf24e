using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>A 3x3 convolution, in groups or not, between two 1x1 convolutions that narrow and widen, beside a shortcut.</summary>
internal sealed class BottleneckBlock : nn.Module<Tensor, Tensor>
{
    public const int Expansion = 4;

    private readonly Convolution conv1;
    private readonly NormBase bn1;
    private readonly Convolution conv2;
    private readonly NormBase bn2;
    private readonly Convolution conv3;
    private readonly NormBase bn3;
    private readonly Sequential? downsample;

    public BottleneckBlock(ResNetPlan plan, int channels, int width, int stride) : base(nameof(BottleneckBlock))
    {
        var space = plan.Space;
        var inner = plan.Inner(width);
        conv1 = space.Convolution(channels, inner, 1);
        bn1 = space.BatchNorm(inner);
        conv2 = space.Convolution(inner, inner, 3, stride: stride, padding: 1, groups: plan.Groups);
        bn2 = space.BatchNorm(inner);
        conv3 = space.Convolution(inner, width * Expansion, 1);
        bn3 = space.BatchNorm(width * Expansion);
        downsample = Shortcut.Projection(space, channels, width * Expansion, stride);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = conv1.Then(bn1, input).relu_().Then(conv2, bn2).relu_().Then(conv3, bn3);
        return x.add_(Shortcut.Carry(downsample, input)).relu_().MoveToOuterDisposeScope();
    }
}
