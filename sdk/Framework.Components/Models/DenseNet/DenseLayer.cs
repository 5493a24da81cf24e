using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Normalise, 1x1 convolution, normalise, 3x3 convolution: the channels that a layer adds to those it reads.</summary>
internal sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
    // In an array, and so not registered by their fields' names: where they stand depends on whose names the network has.
    private readonly nn.Module<Tensor, Tensor>[] _parts;

    public DenseLayer(DenseNetPlan plan, int channels) : base(nameof(DenseLayer))
    {
        (string Name, nn.Module<Tensor, Tensor> Part)[] parts =
        [
            ("norm1", plan.Space.BatchNorm(channels)),
            ("conv1", plan.Space.Convolution(channels, plan.Inner, 1)),
            ("norm2", plan.Space.BatchNorm(plan.Inner)),
            ("conv2", plan.Space.Convolution(plan.Inner, plan.Growth, 3, padding: 1)),
        ];
        _parts = [.. parts.Select(each => each.Part)];
        if (plan.NamedAsMonai)
            register_module("layers", nn.Sequential(parts));
        else
            foreach (var (name, part) in parts)
                register_module(name, part);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _parts[0].call(input).relu_().Then((Convolution)_parts[1], (NormBase)_parts[2]).relu_().Then(_parts[3]).MoveToOuterDisposeScope();
    }
}
