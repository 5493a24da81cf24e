using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Two 3x3 convolutions beside a shortcut.</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly Convolution conv1;
    private readonly NormBase bn1;
    private readonly Convolution conv2;
    private readonly NormBase bn2;
    private readonly Sequential? downsample;

    public BasicBlock(Space space, int channels, int width, int stride) : base(nameof(BasicBlock))
    {
        conv1 = space.Convolution(channels, width, 3, stride: stride, padding: 1);
        bn1 = space.BatchNorm(width);
        conv2 = space.Convolution(width, width, 3, padding: 1);
        bn2 = space.BatchNorm(width);
        downsample = Shortcut.Projection(space, channels, width, stride);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = conv1.Then(bn1, input).relu_().Then(conv2, bn2);
        return x.add_(Shortcut.Carry(downsample, input)).relu_().MoveToOuterDisposeScope();
    }
}
