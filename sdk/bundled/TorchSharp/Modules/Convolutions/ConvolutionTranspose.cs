using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions share; their weight is (in, out / groups, kernel...).</summary>
public abstract class ConvolutionTranspose : Convolution
{
    internal ConvolutionTranspose(string name, ConvolutionShape shape, Device? device, ScalarType? dtype) : base(name, shape, device, dtype) { }

    /// <summary>Computes the result, of the size that stride, padding and output padding give.</summary>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Computes the result, of the size given for the spatial axes.</summary>
    /// <param name="input">([n, ]channels, axes...).</param>
    /// <param name="output_size">The size along each spatial axis; what the layer's numbers give when null.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    // Several sizes give the same input under a stride; the output padding chooses among them.
    private protected long[] OutputPaddingFor(Tensor input, long[]? output_size)
    {
        if (output_size is null)
            return output_padding;
        var axes = kernel_size.Length;
        if (output_size.Length != axes)
            throw new ArgumentException(
                $"'{GetName()}' needs an output size of {axes} numbers; it is [{string.Join(", ", output_size)}].", nameof(output_size));
        var sizes = input.shape[^axes..];
        var chosen = new long[axes];
        for (var axis = 0; axis < axes; axis++)
            chosen[axis] = OutputPaddingOf(axis, sizes[axis], output_size[axis]);
        return chosen;
    }

    private long OutputPaddingOf(int axis, long size, long wanted)
    {
        var least = (size - 1) * stride[axis] - 2 * padding![axis] + dilation[axis] * (kernel_size[axis] - 1) + 1;
        if (wanted < least || wanted >= least + stride[axis])
            throw new ArgumentException($"'{GetName()}' can make {least} to {least + stride[axis] - 1} of axis {axis}, not {wanted}.");
        return wanted - least;
    }
}
