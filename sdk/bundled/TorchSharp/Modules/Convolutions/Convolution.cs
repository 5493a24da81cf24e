using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions share: weight (out, in / groups, kernel...), bias (out), and the numbers that define them.</summary>
/// <remarks>First values are PyTorch's: weight and bias uniform in ±1 / sqrt(in / groups x kernel elements).</remarks>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Convolution(string name, ConvolutionShape shape, Device? device, ScalarType? dtype) : base(name)
    {
        if (shape.Transposed && shape.PaddingMode != PaddingModes.Zeros)
            throw new ArgumentException($"'{name}' can pad with zeros only, not with {shape.PaddingMode}.");
        in_channels = shape.InChannels;
        out_channels = shape.OutChannels;
        kernel_size = shape.KernelSize;
        stride = shape.Stride;
        dilation = shape.Dilation;
        transposed = shape.Transposed;
        groups = shape.Groups;
        padding_mode = shape.PaddingMode;
        output_padding = shape.OutputPadding ?? new long[shape.KernelSize.Length];
        SetPadding(shape);
        CreateParameters(shape.Bias, device, dtype);
    }

    /// <summary>The number of input channels.</summary>
    public long in_channels { get; }

    /// <summary>The number of output channels.</summary>
    public long out_channels { get; }

    /// <summary>Whether it is a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>The size of the kernel along each axis.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step along each axis.</summary>
    public long[] stride { get; set; }

    /// <summary>The distance of the kernel's elements along each axis.</summary>
    public long[] dilation { get; set; }

    /// <summary>For transposed convolutions, what is added to the output size along each axis.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Into how many groups the channels are divided.</summary>
    public long groups { get; set; }

    /// <summary>What stands outside the edges.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>How much is padded at both ends of each axis; null where <see cref="padding_type"/> says it.</summary>
    public long[]? padding { get; private set; }

    /// <summary>How much is padded; null where <see cref="padding"/> says it.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>The kernel.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>What is added to each output channel, if anything.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>Sets how much is padded at both ends of each axis.</summary>
    public void SetPadding(long[] padding)
    {
        this.padding = padding;
        padding_type = null;
    }

    /// <summary>Sets how much is padded.</summary>
    public void SetPadding(Padding padding)
    {
        if (transposed)
            throw new ArgumentException($"'{GetName()}' is transposed, and needs its padding in numbers.", nameof(padding));
        if (padding == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException(
                $"'{GetName()}' with stride [{string.Join(", ", stride)}] cannot keep the size. Use stride 1 or padding in numbers.", nameof(padding));
        this.padding = null;
        padding_type = padding;
    }

    private void SetPadding(ConvolutionShape shape)
    {
        if (shape.PaddingType is { } type)
            SetPadding(type);
        else
            SetPadding(shape.Padding ?? new long[shape.KernelSize.Length]);
    }

    private void CreateParameters(bool withBias, Device? device, ScalarType? dtype)
    {
        if (in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException(
                $"'{GetName()}' cannot divide {in_channels} input and {out_channels} output channels into {groups} groups.");
        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = nn.Parameter(empty([.. channels, .. kernel_size], dtype: dtype, device: device));
        if (withBias)
            bias = nn.Parameter(empty([out_channels], dtype: dtype, device: device));
        reset_parameters();
    }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        nn.init.BiasLike(weight, bias);
    }

    // The padding of functional.pad, last axis first, for modes that the convolution itself does not know.
    private protected long[] PaddingLastAxisFirst()
    {
        var ends = new long[2 * kernel_size.Length];
        for (var axis = 0; axis < kernel_size.Length; axis++)
        {
            var (before, after) = PaddingOf(axis);
            ends[^(2 * axis + 2)] = before;
            ends[^(2 * axis + 1)] = after;
        }
        return ends;
    }

    private (long Before, long After) PaddingOf(int axis)
    {
        if (padding is not null)
            return (padding[axis], padding[axis]);
        var total = padding_type == Padding.Same ? dilation[axis] * (kernel_size[axis] - 1) : 0;
        return (total / 2, total - total / 2);
    }

    /// <summary>Whether the input is (n, channels, axes...) or (channels, axes...) with this convolution's channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    private protected long[] Ones => Array.ConvertAll(stride, _ => 1L);

    // oneDNN, as libtorch 1.13 has it, writes beyond its memory when it works out the gradient of a strided 1x1 kernel of fewer than 16 channels over
    // channels-last images, where a batch does not divide evenly among threads. Without a stride it does not; Python's crashes alike.
    private protected bool IsNarrowPoint =>
        in_channels < 16 && weight.device.type == DeviceType.CPU && Array.TrueForAll(kernel_size, size => size == 1) && Array.Exists(stride, step => step > 1)
        && Array.TrueForAll(padding!, size => size == 0);

    /// <summary>The places that a kernel of one element looks at.</summary>
    private protected Tensor TakeStrides(Tensor input)
    {
        var taken = input.alias();
        for (var axis = 0; axis < stride.Length; axis++)
        {
            using var before = taken;
            var at = taken.Dimensions - stride.Length + axis;
            taken = before.slice(at, 0, before.shape[at], stride[axis]);
        }

        return taken;
    }

    private protected void RequireShape(Tensor input)
    {
        if (!ValidateShape(input, kernel_size.Length))
            throw new ArgumentException(
                $"'{GetName()}' needs an input of ([n, ]{in_channels} channels, {kernel_size.Length} axes); it is [{string.Join(", ", input.shape)}].");
    }
}
