using Framework.Components.Explaining;
using Framework.Components.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Explaining;

public sealed class GradCamExplainerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Explain_MeanOfALayerAndALinearHead_IsTheClassActivationMap()
    {
        // Logit = sum over channels of head weight times mean activation: the gradient of each place is weight / places, so the map is the weighted sum / places.
        var network = Network();
        var image = randn(1, 4, 6);
        var map = new GradCamExplainer(new GradCamOptions { Layer = "conv", Negative = true }).Explain(new FunctionModel(network), image, new ExplainRequest(1, new RandomStream(1)));

        var state = network.state_dict();
        var activations = ((nn.Module<Tensor, Tensor>)network.named_children().First().module).call(image.unsqueeze(0))[0].detach();
        var expected = (activations * state["head.weight"][1].reshape(3, 1, 1).detach()).sum([0]) / 24;
        Assert.Equal(0, (map - expected).abs().max().item<float>(), 1e-6f);
    }

    [Fact]
    public void Explain_Default_LeavesOutWhatSpeaksAgainst()
    {
        var model = new FunctionModel(Network());
        var image = randn(1, 4, 6);
        var both = new GradCamExplainer(new GradCamOptions { Layer = "conv", Negative = true }).Explain(model, image, new ExplainRequest(0, new RandomStream(1)));
        var map = new GradCamExplainer(new GradCamOptions { Layer = "conv" }).Explain(model, image, new ExplainRequest(0, new RandomStream(1)));

        Assert.True(both.min().item<float>() < 0);
        Assert.True((both.relu() - map).abs().max().item<float>() < 1e-6f);
    }

    [Fact]
    public void Explain_LayerFollowedByOneThatWorksInPlace_SeesItsOwnOutput()
    {
        var network = nn.Sequential(("conv", nn.Conv2d(1, 3, 3, padding: 1)), ("relu", nn.ReLU(inplace: true)), ("pool", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()), ("head", nn.Linear(3, 2)));
        var apart = nn.Sequential(("conv", nn.Conv2d(1, 3, 3, padding: 1)), ("relu", nn.ReLU()), ("pool", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()), ("head", nn.Linear(3, 2)));
        apart.load_state_dict(network.state_dict());
        var image = randn(1, 4, 6);
        var explainer = new GradCamExplainer(new GradCamOptions { Layer = "conv", Negative = true });
        var request = new ExplainRequest(0, new RandomStream(1));

        Assert.Equal(explainer.Explain(new FunctionModel(apart), image, request).data<float>().ToArray(), explainer.Explain(new FunctionModel(network), image, request).data<float>().ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Explain_DenseNet_MapsTheImagesGrid(int dimensions)
    {
        int[] shape = dimensions == 2 ? [1, 48, 40] : [1, 32, 48, 40];
        using var model = new DenseNetFactory(new DenseNetOptions { Depth = 121 }).Create(new ModelContext { InputShape = shape, Labels = ["a"] });
        model.Module.eval();
        var explained = new FunctionModel(x => model.Forward(new Batch([], x, empty(0))).Logits, model.Module);
        var image = randn([.. shape.Select(size => (long)size)]);
        var map = new GradCamExplainer(new GradCamOptions { Layer = "features.denseblock3" }).Explain(explained, image, new ExplainRequest(0, new RandomStream(1)));

        Assert.Equal(shape[1..].Select(size => (long)size), map.shape);
        Assert.True(map.max().item<float>() > 0 || map.min().item<float>() == 0);
        Assert.All(model.Module.parameters(), parameter => Assert.True(parameter.grad is null));
    }

    [Theory]
    [InlineData("layer9", "'grad-cam' knows no layer 'layer9' of this network. It has 'conv', 'pool', 'flat', 'head' and what is in them, such as 'features.norm5' of a DenseNet.")]
    [InlineData("head", "'grad-cam': the layer 'head' gives (1, 2), which has no places. Name a layer before the pooling.")]
    public void Explain_LayerThatDoesNotServe_IsExplained(string layer, string message)
    {
        var error = Assert.Throws<ExperimentException>(() =>
            new GradCamExplainer(new GradCamOptions { Layer = layer }).Explain(new FunctionModel(Network()), randn(1, 4, 6), new ExplainRequest(0, new RandomStream(1))));

        Assert.Equal(message, error.Message);
    }

    private static nn.Module<Tensor, Tensor> Network() =>
        nn.Sequential(("conv", nn.Conv2d(1, 3, 3, padding: 1)), ("pool", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()), ("head", nn.Linear(3, 2)));
}
