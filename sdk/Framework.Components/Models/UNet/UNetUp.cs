using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>The way up: twice the size, beside what the way down left at that size, then two layers.</summary>
internal sealed class UNetUp : nn.Module<Tensor, Tensor>
{
    private readonly Sequential upsample;
    private readonly Sequential convs;

    /// <param name="plan">The network's.</param>
    /// <param name="channels">Of the coarse input, of what it becomes when doubled, of the fine input.</param>
    /// <param name="outputs">Channels that go out.</param>
    public UNetUp(UNetPlan plan, (int Coarse, int Doubled, int Fine) channels, int outputs) : base(nameof(UNetUp))
    {
        upsample = nn.Sequential(("deconv", plan.Space.Doubling(channels.Coarse, channels.Doubled)));
        convs = UNet.Pair(plan, channels.Fine + channels.Doubled, outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => convs.call(input);

    /// <summary>What the level is given: the finer level's features, and the coarser level's at twice their size.</summary>
    public Tensor Join(Tensor coarse, Tensor fine)
    {
        using var scope = NewDisposeScope();
        return cat([fine, SizedAs(fine, upsample.call(coarse))], 1).MoveToOuterDisposeScope();
    }

    // Halving drops the last element of an odd axis: it comes back as a copy of the one before it.
    private static Tensor SizedAs(Tensor fine, Tensor doubled)
    {
        var padding = new List<long>();
        for (var axis = (int)fine.dim() - 1; axis >= 2; axis--)
            padding.AddRange([0, fine.shape[axis] - doubled.shape[axis]]);
        return padding.TrueForAll(size => size == 0)
            ? doubled
            : nn.functional.pad(doubled, padding.ToArray(), PaddingModes.Replicate);
    }
}
