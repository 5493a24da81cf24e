using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>
/// ResNet (He et al. 2016, arXiv:1512.03385) and ResNeXt (Xie et al. 2017, arXiv:1611.05431), with the parameter names and initial weights of
/// torchvision.
/// </summary>
/// <remarks>
/// Input: (case, channel, y, x), or (case, channel, z, y, x) with every kernel, stride and pool the same along z; sides of at least 32.
/// Output: logits (case, label). Bottleneck blocks stride in their 3x3 convolution, as torchvision's do.
/// </remarks>
public sealed class ResNet : Classifier
{
    private const string Head = "fc";

    // RegisterComponents takes the names of these fields for the names in weights files.
    private readonly Convolution conv1;
    private readonly NormBase bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly Space _space;

    /// <summary>Makes a ResNet for 2-D images, with initial weights.</summary>
    /// <param name="depth">18, 34, 50, 101 or 152 layers.</param>
    /// <param name="inputChannels">Channels of the images.</param>
    /// <param name="outputs">Number of logits.</param>
    /// <param name="width">Channels of the first stage; each later stage doubles them. 64 in the paper.</param>
    public ResNet(int depth, int inputChannels, int outputs, int width = 64)
        : this(
            new ResNetPlan(depth, new Space(2), inputChannels) { Width = width },
            new Dictionary<string, int> { [ModelOutput.LogitsName] = outputs })
    {
    }

    internal ResNet(ResNetPlan plan, IReadOnlyDictionary<string, int> outputs) : base(nameof(ResNet))
    {
        _space = plan.Space;
        conv1 = _space.Convolution(plan.InputChannels, plan.Width, 7, stride: 2, padding: 3);
        bn1 = _space.BatchNorm(plan.Width);
        var channels = plan.Width;
        layer1 = plan.Stage(0, ref channels);
        layer2 = plan.Stage(1, ref channels);
        layer3 = plan.Stage(2, ref channels);
        layer4 = plan.Stage(3, ref channels);
        RegisterComponents();
        AddHeads(Head, channels, outputs);
        InitializeConvolutions();
    }

    /// <inheritdoc />
    public override Tensor Encode(Tensor image)
    {
        using var scope = NewDisposeScope();
        var stem = conv1.Then(bn1, image).relu_();
        var x = _space.MaxPool(stem, 3, stride: 2, padding: 1);
        stem.Dispose();
        return _space.Mean(x.Then(layer1).Then(layer2).Then(layer3).Then(layer4)).MoveToOuterDisposeScope();
    }

    internal static NetworkNames Names(string architecture) => new(architecture, "conv1.weight", $"{Head}.", "heads.");

    private void InitializeConvolutions()
    {
        foreach (var convolution in modules().OfType<Convolution>())
            nn.init.kaiming_normal_(convolution.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
    }
}
