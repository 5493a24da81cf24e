using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolutions that give fewer places than their kernel reaches over, which oneDNN cannot be trusted with.</summary>
/// <remarks>
/// There oneDNN leaves parts of the kernel's gradient as they were in memory: often in bf16 (a kernel of three over a volume two deep), and in
/// fp32 for volumes of up to seven slices under a strided kernel of seven. So it is in Debian's libtorch 1.13.1 and 2.6.0 (oneDNN 3.7.2), from Python
/// too; the conditions are those that contain every wrong gradient of some 20,000 random convolutions compared with float64. In 64 bits, which
/// oneDNN does not have, libtorch's own code runs, and autocast leaves it alone. That costs little, for so few places.
/// </remarks>
internal static class SmallOutputs
{
    private const int WideKernel = 6;

    /// <summary>Whether the gradient of <paramref name="layer"/>'s weight could be wrong. Its padding is in numbers.</summary>
    public static bool AreIn(Convolution layer, Tensor input)
    {
        if (!is_grad_enabled() || input.device_type != DeviceType.CPU || !layer.weight.requires_grad)
            return false;
        var shape = input.shape;
        var first = shape.Length - layer.kernel_size.Length;
        for (var axis = 0; axis < layer.kernel_size.Length; axis++)
        {
            var reach = (layer.dilation[axis] * (layer.kernel_size[axis] - 1)) + 1;
            if (((shape[first + axis] + (2 * layer.padding![axis]) - reach) / layer.stride[axis]) + 1 < reach)
                return TypeOf(layer, input) is var type && type != ScalarType.Float64 && (type != ScalarType.Float32 || IsWideOverVolumes(layer));
        }

        return false;
    }

    /// <summary>The outputs, of the type that they would have; <paramref name="convolve"/> gets input, weight and bias.</summary>
    public static Tensor Convolve(Convolution layer, Tensor input, Func<Tensor, Tensor, Tensor?, Tensor> convolve)
    {
        using var scope = NewDisposeScope();
        var outputs = convolve(input.to(ScalarType.Float64), layer.weight.to(ScalarType.Float64), layer.bias?.to(ScalarType.Float64));
        return outputs.to(TypeOf(layer, input)).MoveToOuterDisposeScope();
    }

    private static bool IsWideOverVolumes(Convolution layer) =>
        layer.kernel_size.Length == 3 && layer.kernel_size[0] >= WideKernel && Array.Exists(layer.stride, step => step > 1);

    // What libtorch computes in: autocast takes all but numbers of 64 bits.
    private static ScalarType TypeOf(Convolution layer, Tensor input)
    {
        Native.Check(Native.autocast_get((int)DeviceType.CPU, out var isOn, out var type));
        return isOn != 0 && input.dtype != ScalarType.Float64 && layer.weight.dtype != ScalarType.Float64 ? (ScalarType)type : input.dtype;
    }
}
