using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>
/// DenseNet (Huang et al. 2017, arXiv:1608.06993), with the initial weights of torchvision and MONAI; parameter names are torchvision's for
/// images, MONAI's for volumes.
/// </summary>
/// <remarks>Input: (case, channel, y, x) or (case, channel, z, y, x), sides of at least 32. Output: logits (case, label).</remarks>
public sealed class DenseNet : Classifier
{
    private readonly Sequential features;
    private readonly Space _space;

    internal DenseNet(DenseNetPlan plan, IReadOnlyDictionary<string, int> outputs) : base(nameof(DenseNet))
    {
        _space = plan.Space;
        features = nn.Sequential(
            ("conv0", _space.Convolution(plan.InputChannels, plan.Stem, 7, stride: 2, padding: 3)),
            ("norm0", _space.BatchNorm(plan.Stem)),
            ("relu0", nn.ReLU(inplace: true)),
            ("pool0", _space.MaxPooling(3, stride: 2, padding: 1)));
        var channels = AddBlocks(plan);
        RegisterComponents();
        AddHeads(Head(plan.NamedAsMonai), channels, outputs);
        Initialize();
    }

    /// <inheritdoc />
    public override Tensor Encode(Tensor image)
    {
        using var scope = NewDisposeScope();
        return _space.Mean(features.call(image).relu_()).MoveToOuterDisposeScope();
    }

    internal static NetworkNames Names(DenseNetPlan plan) => new(
        string.Create(CultureInfo.InvariantCulture, $"densenet{plan.Depth}{(plan.NamedAsMonai ? "_3d" : "")}"),
        "features.conv0.weight",
        $"{Head(plan.NamedAsMonai)}.",
        "heads.");

    private static string Head(bool namedAsMonai) => namedAsMonai ? "class_layers.out" : "classifier";

    private int AddBlocks(DenseNetPlan plan)
    {
        var channels = plan.Stem;
        for (var i = 0; i < plan.Blocks.Length; i++)
        {
            features.append(Numbered("denseblock", i + 1), new DenseBlock(plan, plan.Blocks[i], channels));
            channels += plan.Blocks[i] * plan.Growth;
            if (i + 1 == plan.Blocks.Length)
                break;
            features.append(Numbered("transition", i + 1), new DenseTransition(_space, channels));
            channels /= 2;
        }

        features.append("norm5", _space.BatchNorm(channels));
        return channels;
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private void Initialize()
    {
        foreach (var module in modules())
        {
            if (module is Convolution convolution)
                nn.init.kaiming_normal_(convolution.weight);
            else if (module is Linear { bias: { } bias })
                nn.init.zeros_(bias);
        }
    }
}
