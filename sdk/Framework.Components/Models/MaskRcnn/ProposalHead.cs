using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>For every anchor at every pixel of a level: whether there is an object, and how its box differs.</summary>
internal sealed class ProposalHead : nn.Module<Tensor, (Tensor Objectness, Tensor Deltas)>
{
    private readonly Sequential conv;
    private readonly Conv2d cls_logits;
    private readonly Conv2d bbox_pred;

    public ProposalHead(int channels, int anchors) : base(nameof(ProposalHead))
    {
        conv = nn.Sequential(nn.Sequential(Layer(channels, channels, kernel: 3), nn.ReLU(inplace: true)));
        cls_logits = Layer(channels, anchors, kernel: 1);
        bbox_pred = Layer(channels, anchors * 4, kernel: 1);
        RegisterComponents();
    }

    /// <summary>(image, anchor, y, x) logits and (image, anchor x 4, y, x) deltas of a level (image, channel, y, x).</summary>
    public override (Tensor Objectness, Tensor Deltas) forward(Tensor level)
    {
        using var shared = conv.call(level);
        return (cls_logits.call(shared), bbox_pred.call(shared));
    }

    private static Conv2d Layer(int inputs, int outputs, int kernel)
    {
        var layer = nn.Conv2d(inputs, outputs, kernel, padding: kernel / 2);
        nn.init.normal_(layer.weight, std: 0.01);
        nn.init.zeros_(layer.bias!);
        return layer;
    }
}
