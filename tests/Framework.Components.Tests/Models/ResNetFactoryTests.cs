using Framework.Components.Models;
using Framework.Components.Models.Weights;
using Framework.Sdk;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

public sealed class ResNetFactoryTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Create_ForImagesAndLabels_TakesTheirNumbers()
    {
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 });

        using var model = factory.Create(new ModelContext { InputShape = [9, 32, 32], Labels = ["any", "subdural"] });

        var shapes = model.Module.state_dict().ToDictionary(each => each.Key, each => each.Value.shape);
        Assert.Equal([4, 9, 7, 7], shapes["conv1.weight"]);
        Assert.Equal([2, 32], shapes["fc.weight"]);
    }

    [Fact]
    public void Create_ForVolumes_HasKernelsOverThreeAxes()
    {
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 });

        using var model = factory.Create(new ModelContext { InputShape = [1, 32, 32, 40], Labels = ["any"] });

        Assert.Equal([4, 1, 7, 7, 7], model.Module.state_dict()["conv1.weight"].shape);
        Assert.Equal([2, 1], ((nn.Module<Tensor, Tensor>)model.Module).call(rand([2, 1, 32, 32, 40])).shape);
    }

    [Theory]
    [InlineData(new[] { 32 }, "1 axis, (32)")]
    [InlineData(new[] { 32, 32 }, "2 axes, (32, 32)")]
    [InlineData(new[] { 1, 2, 8, 32, 32 }, "5 axes, (1, 2, 8, 32, 32)")]
    public void Create_ForOtherShapes_SaysWhatItTakes(int[] shape, string got)
    {
        var factory = new ResNetFactory(new ResNetOptions());

        var error = Assert.Throws<ExperimentException>(() => factory.Create(new ModelContext { InputShape = shape, Labels = ["any"] }));

        Assert.Equal($"'resnet' takes images (channel, y, x) or volumes (channel, z, y, x); the transforms leave {got}.", error.Message);
    }

    [Fact]
    public void Create_WithANewHead_LoadsAllButTheHead()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 5, width: 4);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Pretrained = file, Head = HeadWeights.New });

        using var model = factory.Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] });

        var loaded = model.Module.state_dict();
        foreach (var (name, tensor) in source.state_dict().Where(each => !each.Key.StartsWith("fc.", StringComparison.Ordinal)))
            Assert.True(tensor.Equals(loaded[name]), name);
        Assert.Equal([1, 32], loaded["fc.weight"].shape);
    }

    [Fact]
    public void Create_WithWeightsOfOtherLabels_NamesTheHeadAndWhatToSet()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 5, width: 4);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Pretrained = file });

        var error = Assert.Throws<DataFormatException>(() =>
            factory.Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] }));

        Assert.Equal(
            $"{file}: these weights do not fit resnet18: 120 of the network's 122 tensors match; 2 of another shape: fc.weight: (5, 32) in the file, "
            + "(1, 32) in the network, fc.bias: (5) in the file, (1) in the network. Set 'head: new' to start the last layer afresh.",
            error.Message);
    }

    [Fact]
    public void Create_WithWeightsOfOtherChannels_AveragesThemWhereAsked()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 1, width: 4);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Pretrained = file, FirstConvolution = FirstConvolution.Average });

        using var model = factory.Create(new ModelContext { InputShape = [1, 32, 32], Labels = ["any"] });

        var expected = source.state_dict()["conv1.weight"].sum(1, keepdim: true);
        Assert.True(expected.allclose(model.Module.state_dict()["conv1.weight"]));
    }

    [Fact]
    public void Create_WithWeightsOfAnotherDepth_CountsWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 1, width: 4);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 34, Width = 4, Pretrained = file });

        var error = Assert.Throws<DataFormatException>(() =>
            factory.Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] }));

        Assert.Equal(
            $"{file}: these weights do not fit resnet34: 122 of the network's 202 tensors match; 80 missing in the file: layer1.2.conv1.weight, "
            + "layer1.2.bn1.weight, layer1.2.bn1.bias, layer1.2.conv2.weight and 76 more. Give the weights of the same architecture, depth and width.",
            error.Message);
    }
}
