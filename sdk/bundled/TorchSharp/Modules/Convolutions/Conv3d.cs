using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A convolution over three axes: ([n, ]channels, z, y, x).</summary>
        public sealed class Conv3d : Convolution
        {
            internal Conv3d(ConvolutionShape shape, Device? device, ScalarType? dtype) : base(nameof(Conv3d), shape, device, dtype) { }

            public override Tensor forward(Tensor input)
            {
                RequireShape(input);
                if (padding_mode != PaddingModes.Zeros)
                    return ForwardPadded(input);
                if (padding_type is { } type)
                    return nn.functional.Convolve3d(input, this, type);
                if (SmallOutputs.AreIn(this, input))
                    return SmallOutputs.Convolve(this, input, (wide, kernel, offset) => nn.functional.OpConv3d.Call(wide, kernel, offset, stride, padding!, dilation, groups));
                if (!IsNarrowPoint)
                    return nn.functional.OpConv3d.Call(input, weight, bias, stride, padding!, dilation, groups);
                using var taken = TakeStrides(input);
                return nn.functional.OpConv3d.Call(taken, weight, bias, Ones, padding!, dilation, groups);
            }

            private Tensor ForwardPadded(Tensor input)
            {
                using var padded = nn.functional.pad(input, PaddingLastAxisFirst(), padding_mode);
                return nn.functional.OpConv3d.Call(padded, weight, bias, stride, new long[3], dilation, groups);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A convolution over three axes.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">The step.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="dilation">The distance of the kernel's elements.</param>
            /// <param name="padding_mode">What is padded.</param>
            /// <param name="groups">Into how many groups the channels are divided.</param>
            /// <param name="bias">Whether something is added to each output channel.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.Conv3d Conv3d(long in_channels, long out_channels, long kernel_size, long stride = 1,
                long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, Window(kernel_size, 3))
                {
                    Stride = Window(stride, 3), Padding = Window(padding, 3), Dilation = Window(dilation, 3), Groups = groups, Bias = bias,
                    PaddingMode = padding_mode,
                }, device, dtype);

            /// <summary>A convolution over three axes.</summary>
            public static Modules.Conv3d Conv3d(long in_channels, long out_channels, long kernel_size, Padding padding,
                long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, Window(kernel_size, 3))
                {
                    Stride = Window(stride, 3), PaddingType = padding, Dilation = Window(dilation, 3), Groups = groups, Bias = bias,
                    PaddingMode = padding_mode,
                }, device, dtype);

            /// <summary>A convolution over three axes.</summary>
            public static Modules.Conv3d Conv3d(long in_channels, long out_channels, (long, long, long) kernel_size,
                (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, Window(kernel_size))
                {
                    Stride = Window(stride) ?? Window(1, 3), Padding = Window(padding) ?? new long[3],
                    Dilation = Window(dilation) ?? Window(1, 3), Groups = groups, Bias = bias,
                    PaddingMode = padding_mode,
                }, device, dtype);

            /// <summary>A convolution over three axes.</summary>
            public static Modules.Conv3d Conv3d(long in_channels, long out_channels, (long, long, long) kernel_size, Padding padding,
                (long, long, long)? stride = null,
                (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, Window(kernel_size))
                {
                    Stride = Window(stride) ?? Window(1, 3), PaddingType = padding,
                    Dilation = Window(dilation) ?? Window(1, 3), Groups = groups, Bias = bias,
                    PaddingMode = padding_mode,
                }, device, dtype);

            public static partial class functional
            {
                internal static readonly Operator OpConv3d = new("aten::conv3d");
                private static readonly Operator OpConv3dPadding = new("aten::conv3d", "padding");

                /// <summary>The convolution of the input ([n, ]channels, axes...) with a weight (out, in / groups, kernel...).</summary>
                public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                    OpConv3d.Call(input, weight, bias, strides ?? Window(1, 3), padding ?? new long[3], dilation ?? Window(1, 3), groups);

                /// <summary>The same, padded so that the size is kept, or not at all.</summary>
                public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                    OpConv3dPadding.Call(input, weight, bias, strides ?? Window(1, 3), PaddingName(padding), dilation ?? Window(1, 3), groups);

                internal static Tensor Convolve3d(Tensor input, Convolution layer, Padding padding) =>
                    OpConv3dPadding.Call(input, layer.weight, layer.bias, layer.stride, PaddingName(padding), layer.dilation, layer.groups);
            }
        }
    }
}
