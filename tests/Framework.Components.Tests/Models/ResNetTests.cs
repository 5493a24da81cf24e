using Framework.Components.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class ResNetTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(18, 32, 32)]
    [InlineData(50, 33, 47)]
    [InlineData(152, 64, 32)]
    public void forward_OfAnySize_GivesALogitForEachLabel(int depth, int height, int width)
    {
        using var network = new ResNet(depth, inputChannels: 5, outputs: 3, width: 4);

        using var output = network.call(rand(2, 5, height, width));

        Assert.Equal([2, 3], output.shape);
    }

    [Fact]
    public void Convolutions_OfANewNetwork_HaveTheVarianceOfTheirFanOut()
    {
        manual_seed(7);
        using var network = new ResNet(18, inputChannels: 3, outputs: 6);
        var weight = ((Conv2d)network.named_modules().Single(module => module.name == "layer3.1.conv2").module).weight;

        // He et al. 2015: variance 2 / (3 * 3 * 256 outputs); over 589,824 weights its standard error is 0.2 %.
        Assert.Equal(2.0 / (3 * 3 * 256), weight.pow(2).mean().item<float>(), 0.01 * 2.0 / (3 * 3 * 256));
        Assert.Equal(0, weight.mean().item<float>(), 3e-4);
    }

    [Fact]
    public void Constructor_WithTheSameSeed_GivesTheSameWeights()
    {
        manual_seed(11);
        using var first = new ResNet(18, 1, 1, width: 4);
        manual_seed(11);
        using var second = new ResNet(18, 1, 1, width: 4);

        foreach (var (name, tensor) in first.state_dict())
            Assert.True(tensor.Equals(second.state_dict()[name]), name);
    }

    [Fact]
    public void Constructor_OfAnUnknownDepth_SaysWhichThereAre()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ResNet(20, 3, 6));

        Assert.StartsWith("Expected one of 18, 34, 50, 101, 152.", error.Message, StringComparison.Ordinal);
    }
}
