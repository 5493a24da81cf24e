using System.Globalization;
using Framework.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Layers that each read the channels of all before them.</summary>
internal sealed class DenseBlock : nn.Module<Tensor, Tensor>
{
    private readonly DenseLayer[] _layers;
    private readonly int _channels;

    public DenseBlock(DenseNetPlan plan, int layers, int channels) : base(nameof(DenseBlock))
    {
        _layers = [.. Enumerable.Range(0, layers).Select(layer => new DenseLayer(plan, channels + layer * plan.Growth))];
        _channels = channels + layers * plan.Growth;
        for (var i = 0; i < layers; i++)
            register_module(string.Create(CultureInfo.InvariantCulture, $"denselayer{i + 1}"), _layers[i]);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        using var growing = GrowingChannels.TryBegin(input, _channels);
        return (growing is null ? Concatenated(input) : Grown(growing)).MoveToOuterDisposeScope();
    }

    private Tensor Grown(GrowingChannels channels)
    {
        foreach (var layer in _layers)
        {
            using var added = layer.call(channels.All);
            channels.Append(added);
        }

        return channels.All.alias();
    }

    private Tensor Concatenated(Tensor input)
    {
        var all = input.alias();
        foreach (var layer in _layers)
        {
            using var before = all;
            using var added = layer.call(before);
            all = cat([before, added], 1);
        }

        return all;
    }
}
