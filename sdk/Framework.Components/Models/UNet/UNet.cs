using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>UNet with instance normalisation (Falk et al. 2019, doi:10.1038/s41592-018-0261-2), with the layout and parameter names of MONAI's BasicUNet.</summary>
/// <remarks>
/// Input: (case, channel, y, x) or (case, channel, z, y, x), sides of at least 32. Output: logits (case, class, y, x) or
/// (case, class, z, y, x), before any softmax.
/// </remarks>
public sealed class UNet : nn.Module<Tensor, Tensor>
{
    private readonly Sequential conv_0;
    private readonly UNetDown down_1;
    private readonly UNetDown down_2;
    private readonly UNetDown down_3;
    private readonly UNetDown down_4;
    private readonly UNetUp upcat_4;
    private readonly UNetUp upcat_3;
    private readonly UNetUp upcat_2;
    private readonly UNetUp upcat_1;
    private readonly Convolution final_conv;
    private readonly List<(string Name, Linear Layer)> _heads = [];

    internal UNet(UNetPlan plan) : base(nameof(UNet))
    {
        var size = plan.Features;
        conv_0 = Pair(plan, plan.InputChannels, size[0]);
        down_1 = new UNetDown(plan, size[0], size[1]);
        down_2 = new UNetDown(plan, size[1], size[2]);
        down_3 = new UNetDown(plan, size[2], size[3]);
        down_4 = new UNetDown(plan, size[3], size[4]);
        upcat_4 = new UNetUp(plan, (size[4], size[4] / 2, size[3]), size[3]);
        upcat_3 = new UNetUp(plan, (size[3], size[3] / 2, size[2]), size[2]);
        upcat_2 = new UNetUp(plan, (size[2], size[2] / 2, size[1]), size[1]);
        upcat_1 = new UNetUp(plan, (size[1], size[1], size[0]), size[5]);
        final_conv = plan.Space.Convolution(size[5], plan.Classes, 1, bias: true);
        RegisterComponents();
        if (plan.Heads.Count == 0)
            return;
        var heads = new ModuleDict<Linear>();
        foreach (var (name, outputs) in plan.Heads)
        {
            _heads.Add((name, nn.Linear(size[4], outputs)));
            heads.Add(name, _heads[^1].Layer);
        }

        register_module("heads", heads);
    }

    internal static NetworkNames Names { get; } = new("basicunet", "conv_0.conv_0.conv.weight", "final_conv.", "heads.");

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Outputs(input)[ModelOutput.LogitsName].MoveToOuterDisposeScope();
    }

    /// <summary>The voxels' logits, and the outputs for whole images, (case, output), by name.</summary>
    internal Dictionary<string, Tensor> Outputs(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x0 = conv_0.call(input);
        var x1 = down_1.call(x0);
        var x2 = down_2.call(x1);
        var x3 = down_3.call(x2);
        var coarsest = down_4.call(x3);
        var outputs = new Dictionary<string, Tensor>();
        if (_heads.Count > 0)
        {
            using var image = coarsest.flatten(2).mean([2]);
            foreach (var (name, layer) in _heads)
                outputs.Add(name, layer.call(image));
        }

        var up = Up(upcat_4, coarsest, x3);
        up = Up(upcat_3, up, x2);
        up = Up(upcat_2, up, x1);
        outputs.Add(ModelOutput.LogitsName, Up(upcat_1, up, x0).Then(final_conv));
        return outputs.ToDictionary(output => output.Key, output => output.Value.MoveToOuterDisposeScope());
    }

    internal static Sequential Pair(UNetPlan plan, int channels, int outputs) => nn.Sequential(
        ("conv_0", new UNetLayer(plan, channels, outputs)),
        ("conv_1", new UNetLayer(plan, outputs, outputs)));

    // Each level is needed once more on the way up, and no longer: not while the joined features are worked on.
    private static Tensor Up(UNetUp layer, Tensor coarse, Tensor fine)
    {
        Tensor joined;
        using (coarse)
        using (fine)
            joined = layer.Join(coarse, fine);
        return joined.Then(layer);
    }
}
