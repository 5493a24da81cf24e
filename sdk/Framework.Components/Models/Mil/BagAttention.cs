using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>The weights of a bag's instances (Ilse et al. 2018, arXiv:1802.04712).</summary>
internal sealed class BagAttention : nn.Module<Tensor, Tensor?, Tensor>
{
    // Far below any score and finite: a softmax over nothing but padding has a gradient then.
    private const float Never = -1e30f;

    private readonly Linear V;
    private readonly Linear? U;
    private readonly Linear w;

    public BagAttention(int features, int size, bool isGated) : base(nameof(BagAttention))
    {
        V = nn.Linear(features, size);
        U = isGated ? nn.Linear(features, size) : null;
        w = nn.Linear(size, 1);
        RegisterComponents();
    }

    /// <summary>(case, instance, feature) to (case, instance): each bag's real instances sum to 1, padding is 0.</summary>
    public override Tensor forward(Tensor features, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var hidden = V.call(features).tanh();
        if (U is not null)
            hidden = hidden * U.call(features).sigmoid();
        var scores = w.call(hidden).squeeze(-1).to(ScalarType.Float32);
        if (mask is null)
            return scores.softmax(1).MoveToOuterDisposeScope();
        var padding = mask.logical_not();
        return scores.masked_fill(padding, Never).softmax(1).masked_fill(padding, 0).MoveToOuterDisposeScope();
    }
}
