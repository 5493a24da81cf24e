using Framework.Components.Models;
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
    public void Create_ForVolumes_SaysWhatItTakes()
    {
        var factory = new ResNetFactory(new ResNetOptions());

        var error = Assert.Throws<ExperimentException>(() =>
            factory.Create(new ModelContext { InputShape = [1, 8, 32, 32], Labels = ["any"] }));

        Assert.Equal(
            "'resnet' takes images (channel, y, x); the transforms leave 4 axes, (1, 8, 32, 32). Choose one slice, or a model for volumes.",
            error.Message);
    }

    [Fact]
    public void Create_WithWeightsOfOtherLabels_LoadsAllButTheHead()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 5, width: 4);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Pretrained = file });

        using var model = factory.Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] });

        var loaded = model.Module.state_dict();
        foreach (var (name, tensor) in source.state_dict().Where(each => !each.Key.StartsWith("fc.", StringComparison.Ordinal)))
            Assert.True(tensor.Equals(loaded[name]), name);
        Assert.Equal([1, 32], loaded["fc.weight"].shape);
    }

    [Fact]
    public void Create_WithWeightsOfAnotherWidth_NamesTheTensorAndBothShapes()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 1, width: 8);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Pretrained = file });

        var error = Assert.Throws<DataFormatException>(() =>
            factory.Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] }));

        Assert.Equal(
            $"{file}: 'conv1.weight' has shape (8, 3, 7, 7); this network has (4, 3, 7, 7). Give the weights of the same architecture, depth, width and input channels.",
            error.Message);
    }

    [Fact]
    public void Create_WithWeightsOfAnotherDepth_NamesATensorThatIsMissing()
    {
        using var folder = new TemporaryFolder();
        using var source = new ResNet(18, 3, outputs: 1, width: 4);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.state_dict()));
        var factory = new ResNetFactory(new ResNetOptions { Depth = 34, Width = 4, Pretrained = file });

        var error = Assert.Throws<DataFormatException>(() =>
            factory.Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] }));

        Assert.Equal($"{file}: 'layer1.2.conv1.weight' is missing. Give the weights of the same architecture and depth.", error.Message);
    }
}
