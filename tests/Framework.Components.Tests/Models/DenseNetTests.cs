using Framework.Components.Models;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class DenseNetTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    // One image grows its channels in one memory, two are concatenated: two copies of an image have its statistics, outputs and gradients.
    [Theory]
    [InlineData(new[] { 1, 64, 64 })]
    [InlineData(new[] { 2, 64, 64, 64 })]
    public void Forward_OneImageInTraining_GivesWhatTwoCopiesOfItGive(int[] shape)
    {
        manual_seed(6);
        using var model = new DenseNetFactory(new DenseNetOptions { Growth = 4 }).Create(new ModelContext { InputShape = shape, Labels = ["a", "b"] });
        var network = (nn.Module<Tensor, Tensor>)model.Module;
        var image = randn([1, .. shape.Select(size => (long)size)]);

        var (one, gradientOfOne) = Gradient(network, image);
        var (two, gradientOfTwo) = Gradient(network, cat([image, image]));

        Assert.True(one[0].allclose(two[1], rtol: 1e-3, atol: 1e-4), $"{one[0]} {two[1]}");
        Assert.True(gradientOfOne.allclose(gradientOfTwo, rtol: 1e-2, atol: 1e-3 * gradientOfTwo.abs().max().item<float>()));
    }

    [Fact]
    public void Constructor_OfAnUnknownDepth_SaysWhichThereAre()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new DenseNet(new DenseNetPlan(20, new Space(2), 3), new Dictionary<string, int>()));

        Assert.StartsWith("Expected one of 121, 169, 201.", error.Message, StringComparison.Ordinal);
    }

    private static (Tensor Output, Tensor Gradient) Gradient(nn.Module<Tensor, Tensor> network, Tensor images)
    {
        network.zero_grad();
        var output = network.call(images);
        output.mean().backward();
        return (output, network.get_parameter("features.conv0.weight")!.grad!.clone());
    }
}
