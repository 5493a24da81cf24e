using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ConvolutionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Conv2d_DiagonalDifferenceKernel_GivesTheHandWorkedDifferences()
    {
        using var layer = nn.Conv2d(1, 1, 2, dtype: ScalarType.Float64);
        layer.weight = nn.Parameter(Numbers.Of([1, 1, 2, 2], 1, 0, 0, -1));
        layer.bias = nn.Parameter(Numbers.Row(0.5));

        var result = layer.call(Numbers.Of([1, 1, 3, 3], 1, 2, 4, 3, 5, 9, 8, 7, 6));

        Assert.Equal([1, 1, 2, 2], result.shape);
        Numbers.AssertClose([1 - 5 + 0.5, 2 - 9 + 0.5, 3 - 7 + 0.5, 5 - 6 + 0.5], result);
    }

    [Theory]
    [InlineData(1, 1, 0, 1, 1)]
    [InlineData(1, 2, 1, 2, 2)]
    [InlineData(2, 1, 1, 1, 1)]
    [InlineData(2, 2, 1, 2, 2)]
    [InlineData(3, 2, 1, 1, 2)]
    [InlineData(3, 1, 2, 2, 1)]
    public void Conv_AnySetting_EqualsTheSumWrittenOut(int axes, long stride, long padding, long dilation, long groups)
    {
        using var layer = Layer(axes, stride, padding, dilation, groups).Settled();
        long[] shape = [2, 4, .. Enumerable.Repeat(7L, axes)];
        var input = Numbers.Scattered(shape);

        var result = layer.call(input);

        var expected = NaiveConvolution.Of(input, layer);
        Assert.Equal(expected.Shape, result.shape);
        Numbers.AssertClose(expected.Values, result);
    }

    private static TorchSharp.Modules.Convolution Layer(int axes, long stride, long padding, long dilation, long groups) => axes switch
    {
        1 => nn.Conv1d(4, 6, 3, stride, padding, dilation, groups: groups),
        2 => nn.Conv2d(4, 6, 3, stride, padding, dilation, groups: groups),
        _ => nn.Conv3d(4, 6, 3, stride, padding, dilation, groups: groups),
    };

    // oneDNN leaves such gradients as they were in memory, from Python too.
    [Theory]
    [InlineData(2, 3, 2, 1, ScalarType.BFloat16)]
    [InlineData(3, 3, 1, 2, ScalarType.BFloat16)]
    [InlineData(3, 3, 2, 1, ScalarType.BFloat16)]
    [InlineData(3, 3, 2, 3, ScalarType.BFloat16)]
    [InlineData(3, 7, 2, 7, ScalarType.Float32)]
    [InlineData(3, 7, 2, 6, ScalarType.Float32)]
    public void Conv_OfFewerOutputsThanItsKernelReachesOver_HasTheGradientOf64Bits(int axes, long kernel, long stride, long side, ScalarType type)
    {
        foreach (var channels in new[] { 1, 8, 16, 32 })
        {
            using var layer = Small(axes, channels, kernel, stride, type);
            using var exact = Small(axes, channels, kernel, stride, ScalarType.Float64);
            using (no_grad())
                exact.weight.copy_(layer.weight);
            var input = randn([3, channels, .. Enumerable.Repeat(side, axes)], type);

            var outputs = layer.call(input);
            var expected = exact.call(input.to(ScalarType.Float64));
            var slope = randn(expected.shape, ScalarType.Float64).to(type);
            outputs.backward([slope]);
            expected.backward([slope.to(ScalarType.Float64)]);

            Assert.Equal(type, outputs.dtype);
            var tolerance = type == ScalarType.Float32 ? 1e-5 : 0.02;
            Assert.InRange(Apart(expected, outputs), 0, tolerance);
            Assert.InRange(Apart(exact.weight.grad!, layer.weight.grad!), 0, tolerance);
        }
    }

    // The greatest difference as a part of the greatest number; infinite where something is not a number.
    private static double Apart(Tensor expected, Tensor actual)
    {
        var difference = ((expected - actual.to(ScalarType.Float64)).abs().max() / expected.abs().max()).item<double>();
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }

    private static TorchSharp.Modules.Convolution Small(int axes, long channels, long kernel, long stride, ScalarType type) => axes == 2
        ? nn.Conv2d(channels, 24, kernel, stride, kernel / 2, bias: false, dtype: type)
        : nn.Conv3d(channels, 24, kernel, stride, kernel / 2, bias: false, dtype: type);

    // With the stride left to libtorch 1.13 this ends the process: its gradient of such a kernel writes beyond its memory.
    [Theory]
    [InlineData(2, 12)]
    [InlineData(2, 13)]
    [InlineData(3, 7)]
    public void Conv_StridedPointOfFewChannelsInChannelsLast_HasTheGradientOfContiguousNumbers(int axes, long side)
    {
        using var layer = Point(axes, ScalarType.Float32);
        using var exact = Point(axes, ScalarType.Float64);
        using (no_grad())
            layer.weight.copy_(exact.weight);
        long[] shape = [15, 8, .. Enumerable.Repeat(side, axes)];
        long[] back = [0, axes + 1, .. Enumerable.Range(1, axes)];
        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            layer.weight.grad = null;
            var input = rand(shape);
            var channelsLast = input.permute([0, .. Enumerable.Range(2, axes).Select(axis => (long)axis), 1]).contiguous().permute(back);

            layer.call(channelsLast).square().sum().backward();
            if (i > 0)
                continue;
            exact.call(input.to(ScalarType.Float64)).square().sum().backward();
            Assert.True(allclose(exact.weight.grad!, layer.weight.grad!.to(ScalarType.Float64), rtol: 1e-4, atol: 1e-3));
        }
    }

    private static TorchSharp.Modules.Convolution Point(int axes, ScalarType type) => axes == 2
        ? nn.Conv2d(8, 16, 1, stride: 2, bias: false, dtype: type)
        : nn.Conv3d(8, 16, 1, stride: 2, bias: false, dtype: type);

    [Theory]
    [InlineData(PaddingModes.Zeros, 3, 6, 5)]
    [InlineData(PaddingModes.Reflect, 5, 6, 7)]
    [InlineData(PaddingModes.Replicate, 4, 6, 8)]
    [InlineData(PaddingModes.Circular, 6, 6, 6)]
    public void Conv1d_PaddingMode_SeesItsValuesOutside(PaddingModes mode, double left, double middle, double right)
    {
        using var layer = nn.Conv1d(1, 1, 3, padding: 1, padding_mode: mode, bias: false, dtype: ScalarType.Float64);
        layer.weight = nn.Parameter(Numbers.Of([1, 1, 3], 1, 1, 1));

        Numbers.AssertClose([left, middle, right], layer.call(Numbers.Of([1, 1, 3], 1, 2, 3)));
    }

    [Fact]
    public void Conv2d_PaddingSameWithEvenKernel_PadsOneMoreAtTheEnd()
    {
        using var layer = nn.Conv2d(1, 1, (1, 2), Padding.Same, bias: false, dtype: ScalarType.Float64);
        layer.weight = nn.Parameter(Numbers.Of([1, 1, 1, 2], 1, 10));

        Numbers.AssertClose([21, 32, 3], layer.call(Numbers.Of([1, 1, 1, 3], 1, 2, 3)));
    }

    [Fact]
    public void Conv2d_PaddingSameReflected_PadsLikeZerosWithOtherValues()
    {
        using var layer = nn.Conv2d(1, 1, (1, 3), Padding.Same, padding_mode: PaddingModes.Reflect, bias: false, dtype: ScalarType.Float64);
        layer.weight = nn.Parameter(Numbers.Of([1, 1, 1, 3], 1, 0, 0));

        Numbers.AssertClose([2, 1, 2], layer.call(Numbers.Of([1, 1, 1, 3], 1, 2, 3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ConvTranspose_SameWeight_IsTheConvolutionsAdjoint(int axes)
    {
        var weight = Numbers.Scattered([3, 2, .. Enumerable.Repeat(3L, axes)], 11);
        var x = Numbers.Scattered([2, 2, .. Enumerable.Repeat(7L, axes)], 12);
        var (forth, back) = Adjoint(axes, weight);
        var image = forth(x);
        var y = Numbers.Scattered(image.shape, 13);

        var left = image.Values().Zip(y.Values(), (a, b) => a * b).Sum();
        var right = x.Values().Zip(back(y).Values(), (a, b) => a * b).Sum();

        Assert.Equal(left, right, 1e-10);
    }

    private static (Func<Tensor, Tensor> Forth, Func<Tensor, Tensor> Back) Adjoint(int axes, Tensor weight) => axes switch
    {
        1 => (x => nn.functional.conv1d(x, weight, stride: 2, padding: 1), y => nn.functional.conv_transpose1d(y, weight, stride: 2, padding: 1)),
        2 => (x => nn.functional.conv2d(x, weight, strides: [2, 2], padding: [1, 1]),
            y => nn.functional.conv_transpose2d(y, weight, strides: [2, 2], padding: [1, 1])),
        _ => (x => nn.functional.conv3d(x, weight, strides: [2, 2, 2], padding: [1, 1, 1]),
            y => nn.functional.conv_transpose3d(y, weight, strides: [2, 2, 2], padding: [1, 1, 1])),
    };

    [Fact]
    public void ConvTranspose2d_OutputSize_ChoosesAmongTheSizesOfAStride()
    {
        using var layer = nn.ConvTranspose2d(2, 3, 3, stride: 2, padding: 1);
        var input = zeros([1, 2, 4, 5]);

        Assert.Equal([1, 3, 7, 9], layer.call(input).shape);
        Assert.Equal([1, 3, 8, 9], layer.forward(input, [8, 9]).shape);
        var error = Assert.Throws<ArgumentException>(() => layer.forward(input, [9, 9]));
        Assert.Equal("'ConvTranspose2d' can make 7 to 8 of axis 0, not 9.", error.Message);
    }

    [Fact]
    public void Conv2d_WrongChannels_SaysWhatItNeeds()
    {
        using var layer = nn.Conv2d(3, 8, 3);

        var error = Assert.Throws<ArgumentException>(() => layer.call(zeros([2, 4, 5, 5])));

        Assert.Equal("'Conv2d' needs an input of ([n, ]3 channels, 2 axes); it is [2, 4, 5, 5].", error.Message);
    }

    [Fact]
    public void Conv2d_PaddingSameWithStride_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => nn.Conv2d(1, 1, 3, Padding.Same, stride: 2));

        Assert.StartsWith("'Conv2d' with stride [2, 2] cannot keep the size. Use stride 1 or padding in numbers.", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Conv2d_AtFirst_DrawsWeightAndBiasWithinPyTorchsBound()
    {
        using var layer = nn.Conv2d(8, 64, 3);
        var bound = 1 / Math.Sqrt(8 * 3 * 3);

        Assert.InRange(layer.weight.Values().Max(Math.Abs), 0.95 * bound, bound);
        Assert.InRange(layer.bias!.Values().Max(Math.Abs), 0.8 * bound, bound);
    }
}
