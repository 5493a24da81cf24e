using Framework.Components.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>How much each image of a bag counted: the attention of <c>attention-mil</c> (Ilse et al. 2018, arXiv:1802.04712), the same for every label.</summary>
/// <remarks>Every voxel of an image has the image's weight; the weights of a bag sum to 1. They say where the network looked, not what for.</remarks>
public sealed class AttentionExplainer : IExplainer
{
    /// <inheritdoc />
    public Tensor Explain(IExplainable model, Tensor image, ExplainRequest request)
    {
        if (model.Network is not nn.Module<Batch, ModelOutput> network || image.dim() < 4)
            throw new ExperimentException("'attention' shows how much each image of a bag counted, and this stage has no bags. Use it with attention-mil over images, or ask occlusion or grad-cam.");
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        network.eval();
        var output = network.call(new Batch([], image.to(model.Device).unsqueeze(0), empty([1, 0])));
        if (!output.Heads.TryGetValue(AttentionMil.AttentionName, out var weights))
            throw new ExperimentException("'attention' finds no attention in this network. Set pooling: gated-attention, or attention.");
        // (instance) over (instance, y, x), or (instance, z, y, x) with the instances behind each other.
        long[] one = [-1, .. Enumerable.Repeat(1L, (int)image.dim() - 2)];
        var map = weights[0].cpu().to(ScalarType.Float32).reshape(one).expand(image.shape[1..]);
        return (image.dim() == 5 ? map.flatten(0, 1) : map).contiguous().MoveToOuterDisposeScope();
    }
}
