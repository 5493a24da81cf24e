using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>A ResNet's four stages: the network without pooling and last layer, under torchvision's names.</summary>
internal sealed class ResNetBody : nn.Module<Tensor, Tensor[]>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly bool _frozen;

    public ResNetBody(int depth, int inputChannels, int width, bool frozen) : base(nameof(ResNetBody))
    {
        _frozen = frozen;
        var plan = new ResNetPlan(depth, new Space(2), inputChannels) { Width = width };
        conv1 = nn.Conv2d(inputChannels, width, 7, stride: 2, padding: 3, bias: false);
        bn1 = nn.BatchNorm2d(width);
        var channels = width;
        layer1 = plan.Stage(0, ref channels);
        layer2 = plan.Stage(1, ref channels);
        layer3 = plan.Stage(2, ref channels);
        layer4 = plan.Stage(3, ref channels);
        Channels = [.. Enumerable.Range(0, 4).Select(stage => channels >> (3 - stage))];
        RegisterComponents();
        InitializeConvolutions();
        if (frozen)
            foreach (var parameter in Normalisations().SelectMany(layer => layer.parameters()))
                parameter.requires_grad = false;
    }

    /// <summary>Channels of each stage.</summary>
    public IReadOnlyList<int> Channels { get; }

    /// <summary>Leaves only the last parts to training: stages from the last to the first, then the first convolution, then its normalisation.</summary>
    /// <param name="parts">0 to 5.</param>
    public void TrainLast(int parts)
    {
        string[] last = ["layer4", "layer3", "layer2", "layer1", "conv1", "bn1"];
        var trained = last.Take(parts == 5 ? 6 : parts).ToHashSet();
        foreach (var (name, parameter) in named_parameters())
            if (!trained.Contains(name.Split('.')[0]))
                parameter.requires_grad = false;
    }

    /// <summary>Lets the normalisation divide by the bare variance.</summary>
    public void DropEpsilon()
    {
        foreach (var layer in Normalisations())
            layer.eps = 0;
    }

    /// <inheritdoc />
    public override void train(bool train = true)
    {
        base.train(train);
        if (_frozen)
            foreach (var layer in Normalisations())
                layer.eval();
    }

    public override Tensor[] forward(Tensor image)
    {
        using var scope = NewDisposeScope();
        var x = conv1.Then(bn1, image).relu_();
        var first = layer1.call(nn.functional.max_pool2d(x, 3, stride: 2, padding: 1));
        var second = layer2.call(first);
        var third = layer3.call(second);
        Tensor[] stages = [first, second, third, layer4.call(third)];
        scope.MoveToOuter(stages);
        return stages;
    }

    private IEnumerable<BatchNorm2d> Normalisations() => modules().OfType<BatchNorm2d>();

    private void InitializeConvolutions()
    {
        foreach (var convolution in modules().OfType<Conv2d>())
            nn.init.kaiming_normal_(convolution.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
    }
}
