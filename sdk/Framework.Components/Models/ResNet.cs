using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>ResNet (He et al. 2016, arXiv:1512.03385) for images, with the parameter names and initial weights of torchvision.</summary>
/// <remarks>
/// Input: (case, channel, y, x), sides of at least 32. Output: logits (case, label). Bottleneck blocks stride in their 3x3
/// convolution, as torchvision's do.
/// </remarks>
public sealed class ResNet : nn.Module<Tensor, Tensor>
{
    // RegisterComponents takes the names of these fields for the names in weights files.
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly Linear fc;

    /// <summary>Makes the network with initial weights.</summary>
    /// <param name="depth">18, 34, 50, 101 or 152 layers.</param>
    /// <param name="inputChannels">Channels of the images.</param>
    /// <param name="outputs">Number of logits.</param>
    /// <param name="width">Channels of the first stage; each later stage doubles them. 64 in the paper.</param>
    public ResNet(int depth, int inputChannels, int outputs, int width = 64) : base(nameof(ResNet))
    {
        var plan = ResNetPlan.OfDepth(depth);
        conv1 = nn.Conv2d(inputChannels, width, 7, stride: 2, padding: 3, bias: false);
        bn1 = nn.BatchNorm2d(width);
        var channels = width;
        layer1 = plan.Stage(0, ref channels, width);
        layer2 = plan.Stage(1, ref channels, 2 * width);
        layer3 = plan.Stage(2, ref channels, 4 * width);
        layer4 = plan.Stage(3, ref channels, 8 * width);
        fc = nn.Linear(channels, outputs);
        RegisterComponents();
        InitializeConvolutions();
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = bn1.call(conv1.call(input)).relu_();
        x = nn.functional.max_pool2d(x, 3, stride: 2, padding: 1);
        x = layer4.call(layer3.call(layer2.call(layer1.call(x))));
        x = nn.functional.adaptive_avg_pool2d(x, 1).flatten(1);
        return fc.call(x).MoveToOuterDisposeScope();
    }

    private void InitializeConvolutions()
    {
        foreach (var module in modules())
            if (module is Conv2d convolution)
                nn.init.kaiming_normal_(convolution.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
    }
}
