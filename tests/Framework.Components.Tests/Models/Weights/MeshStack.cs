using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>MeshNet (Fedorov et al. 2017): dilated 3x3x3 convolutions with ReLU, then one of 1x1x1.</summary>
internal sealed class MeshStack : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Conv3d> convs;

    public MeshStack(IReadOnlyList<int> dilations, int width, int classes) : base(nameof(MeshStack))
    {
        convs = new([.. dilations.Select((dilation, i) => nn.Conv3d(i == 0 ? 1 : width, width, 3, padding: dilation, dilation: dilation)), nn.Conv3d(width, classes, 1)]);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = input.alias();
        foreach (var conv in convs)
        {
            var next = conv.call(x);
            x.Dispose();
            x = ReferenceEquals(conv, convs[^1]) ? next : next.relu_();
        }

        return x;
    }
}
