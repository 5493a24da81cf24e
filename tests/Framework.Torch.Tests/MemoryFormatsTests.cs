using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

public sealed class MemoryFormatsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(new long[] { 2, 3, 4, 5 }, new long[] { 60, 1, 15, 3 })]
    [InlineData(new long[] { 2, 3, 4, 5, 6 }, new long[] { 360, 1, 90, 18, 3 })]
    [InlineData(new long[] { 2, 3 }, new long[] { 3, 1 })]
    public void ChannelsLast_OfATensor_ChangesStridesAndNothingElse(long[] shape, long[] strides)
    {
        var image = arange(shape.Aggregate(1L, (product, size) => product * size), dtype: float32).reshape(shape);

        var last = MemoryFormats.ChannelsLast(image);

        Assert.Equal(shape, last.shape);
        Assert.Equal(strides, last.stride());
        Assert.True(last.equal(image).all().item<bool>());
    }

    [Fact]
    public void ToChannelsLast_OfAModule_ChangesWeightsOfThatManyAxesAlone()
    {
        var (image, volume) = (nn.Conv2d(3, 2, 5), nn.Conv3d(3, 2, 5));
        var module = nn.Sequential(image, volume);

        MemoryFormats.ToChannelsLast(module, 3);

        Assert.Equal([75L, 25, 5, 1], image.weight!.stride());
        Assert.Equal([375L, 1, 75, 15, 3], volume.weight!.stride());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ToChannelsLast_OfAModule_GivesTheSameOutputsAndGradients(int spatial)
    {
        nn.Module<Tensor, Tensor> module = spatial == 2 ? nn.Conv2d(3, 4, 3) : nn.Conv3d(3, 4, 3);
        var input = randn([2, 3, .. Enumerable.Repeat(6L, spatial)]);
        var (expected, expectedGradient) = Run(module, input);

        MemoryFormats.ToChannelsLast(module, spatial);
        var (actual, gradient) = Run(module, MemoryFormats.ChannelsLast(input));

        Assert.True(expected.allclose(actual, rtol: 1e-4, atol: 1e-5));
        Assert.True(expectedGradient.allclose(gradient, rtol: 1e-4, atol: 1e-4));
    }

    private static (Tensor Output, Tensor Gradient) Run(nn.Module<Tensor, Tensor> module, Tensor input)
    {
        foreach (var parameter in module.parameters())
            parameter.grad = null;
        var output = module.forward(input);
        output.sum().backward();
        return (output.detach(), module.parameters().First().grad!.clone());
    }
}
