using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>A convolution whose outputs are normalised by a batch normalisation.</summary>
/// <remarks>
/// For prediction the two are one convolution: the normalisation's scale goes into the kernel and its shift into the bias, which spares a pass over
/// the outputs. On the processor, that is: cuDNN adds a bias in a pass of its own, and the folding is many small kernels. It is worked out anew in every pass, so no change of weights can be missed, and only where a kernel has fewer numbers than one
/// case's outputs, so that a case's outputs do not depend on the batch that it is in.
/// </remarks>
internal static class NormalisedConvolution
{
    /// <summary>The normalised outputs; lets go of the input, as <see cref="Flow.Then(Tensor, nn.Module{Tensor, Tensor})"/> does.</summary>
    public static Tensor Then(this Tensor input, Convolution convolution, NormBase norm)
    {
        using (input)
            return convolution.Then(norm, input);
    }

    /// <summary>The normalised outputs.</summary>
    public static Tensor Then(this Convolution convolution, NormBase norm, Tensor input) =>
        input.device_type == DeviceType.CPU && IsFixed(norm) && convolution.padding is not null && convolution.weight.numel() < OutputsOfOneCase(convolution, input)
            ? Folded(convolution, norm, input)
            : convolution.call(input).Then(norm);

    private static bool IsFixed(NormBase norm) => !is_grad_enabled() && !norm.training && norm is BatchNorm2d or BatchNorm3d && norm.running_mean is not null;

    private static long OutputsOfOneCase(Convolution convolution, Tensor input)
    {
        var (outputs, shape) = (convolution.out_channels, input.shape);
        for (var axis = 0; axis < convolution.stride.Length; axis++)
            outputs *= shape[axis + 2] / convolution.stride[axis];
        return outputs;
    }

    private static Tensor Folded(Convolution convolution, NormBase norm, Tensor input)
    {
        using var scope = NewDisposeScope();
        var scale = (norm.running_var! + norm.eps).rsqrt_();
        if (norm.weight is { } gain)
            scale.mul_(gain);
        var mean = convolution.bias is { } bias ? norm.running_mean! - bias : norm.running_mean!;
        var shift = (mean * scale).neg_();
        if (norm.bias is { } offset)
            shift.add_(offset);
        var kernel = convolution.weight * scale.reshape([-1, .. Enumerable.Repeat(1L, convolution.stride.Length + 1)]);
        return Convolve(convolution, input, kernel, shift).MoveToOuterDisposeScope();
    }

    private static Tensor Convolve(Convolution convolution, Tensor input, Tensor kernel, Tensor bias) => convolution.stride.Length == 2
        ? nn.functional.conv2d(input, kernel, bias, convolution.stride, convolution.padding, convolution.dilation, convolution.groups)
        : nn.functional.conv3d(input, kernel, bias, convolution.stride, convolution.padding, convolution.dilation, convolution.groups);
}
