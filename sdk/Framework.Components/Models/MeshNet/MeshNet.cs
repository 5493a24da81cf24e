using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>MeshNet (Fedorov et al. 2017, arXiv:1612.00940): dilated convolutions that keep the volume's size, with biases and rectifiers.</summary>
/// <remarks>Input: (case, channel, z, y, x) of any size. Output: logits (case, class, z, y, x). Parameters are <c>convs.N.weight</c> and <c>convs.N.bias</c>.</remarks>
public sealed class MeshNet : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Conv3d> convs;

    /// <summary>Makes the network with initial weights.</summary>
    /// <param name="inputChannels">Channels of the volumes.</param>
    /// <param name="classes">Output channels.</param>
    /// <param name="channels">Channels of every hidden layer.</param>
    /// <param name="dilations">The distance of the kernel's elements in each hidden layer, in voxels.</param>
    public MeshNet(int inputChannels, int classes, int channels, IReadOnlyList<int> dilations) : base(nameof(MeshNet))
    {
        convs = new ModuleList<Conv3d>([
            .. dilations.Select((dilation, layer) =>
                nn.Conv3d(layer == 0 ? inputChannels : channels, channels, 3, stride: 1, padding: dilation, dilation: dilation)),
            nn.Conv3d(channels, classes, 1),
        ]);
        RegisterComponents();
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = convs[0].call(input);
        for (var layer = 1; layer < convs.Count; layer++)
            x = x.relu_().Then(convs[layer]);
        return x.MoveToOuterDisposeScope();
    }

    internal static NetworkNames Names(int hiddenLayers) =>
        new("meshnet", "convs.0.weight", string.Create(CultureInfo.InvariantCulture, $"convs.{hiddenLayers}."));
}
