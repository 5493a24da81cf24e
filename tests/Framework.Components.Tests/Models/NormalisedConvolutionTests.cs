using Framework.Components.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class NormalisedConvolutionTests
{
    [Theory]
    [InlineData(2, 1, 1, false)]
    [InlineData(2, 2, 4, false)]
    [InlineData(2, 2, 1, true)]
    [InlineData(3, 1, 2, false)]
    [InlineData(3, 2, 1, true)]
    public void Then_WithoutGradients_EqualsTheTwoLayersOneAfterTheOther(int axes, int stride, int groups, bool bias)
    {
        using var scope = NewDisposeScope();
        var (convolution, norm) = Layers(new Space(axes), stride, groups, bias);
        var input = randn([2, 8, .. Enumerable.Repeat(16L, axes)]);
        using var noGradient = no_grad();

        var expected = norm.call(convolution.call(input));

        Assert.True(allclose(expected, convolution.Then(norm, input), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void Then_WithoutGradients_NormalisesInTheKernel()
    {
        using var scope = NewDisposeScope();
        var (convolution, norm) = Layers(new Space(2), 1, 1, bias: false);
        var calls = 0;
        norm.register_forward_hook((_, _, output) =>
        {
            calls++;
            return output;
        });
        using var noGradient = no_grad();

        convolution.Then(norm, randn(1, 8, 32, 32));
        Assert.Equal(0, calls);

        convolution.Then(norm, randn(1, 8, 3, 3)); // fewer outputs than the kernel has numbers
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Then_InTraining_MovesTheRunningStatistics()
    {
        using var scope = NewDisposeScope();
        var (convolution, norm) = Layers(new Space(2), 1, 1, bias: false);
        norm.train();
        var before = norm.running_mean!.clone();

        convolution.Then(norm, randn(2, 8, 16, 16));

        Assert.False(allclose(before, norm.running_mean!));
    }

    [Fact]
    public void Then_WithGradients_ReachesKernelAndNormalisation()
    {
        using var scope = NewDisposeScope();
        var (convolution, norm) = Layers(new Space(2), 1, 1, bias: false);

        convolution.Then(norm, randn(2, 8, 16, 16)).sum().backward();

        Assert.NotNull(convolution.weight.grad);
        Assert.NotNull(norm.weight!.grad);
    }

    private static (Convolution Convolution, NormBase Norm) Layers(Space space, int stride, int groups, bool bias)
    {
        random.manual_seed(1);
        var convolution = space.Convolution(8, 16, 3, stride: stride, padding: 1, groups: groups, bias: bias);
        var norm = space.BatchNorm(16);
        using var noGradient = no_grad();
        nn.init.normal_(norm.weight!);
        nn.init.normal_(norm.bias!);
        nn.init.normal_(norm.running_mean!);
        nn.init.uniform_(norm.running_var!, 0.5, 2);
        convolution.eval();
        norm.eval();
        return (convolution, norm);
    }
}
