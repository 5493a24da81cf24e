using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Between two blocks: a 1x1 convolution to half the channels, and the mean of every two pixels along each axis.</summary>
internal sealed class DenseTransition : nn.Module<Tensor, Tensor>
{
    private readonly NormBase norm;
    private readonly Convolution conv;
    private readonly Space _space;

    public DenseTransition(Space space, int channels) : base(nameof(DenseTransition))
    {
        _space = space;
        norm = space.BatchNorm(channels);
        conv = space.Convolution(channels, channels / 2, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _space.AveragePool(norm.call(input).relu_().Then(conv), 2).MoveToOuterDisposeScope();
    }
}
