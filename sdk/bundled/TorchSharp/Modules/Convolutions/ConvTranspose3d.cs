using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A transposed convolution over three axes: ([n, ]channels, z, y, x).</summary>
        public sealed class ConvTranspose3d : ConvolutionTranspose
        {
            internal ConvTranspose3d(ConvolutionShape shape, Device? device, ScalarType? dtype)
                : base(nameof(ConvTranspose3d), shape, device, dtype)
            {
            }

            public override Tensor forward(Tensor input, long[]? output_size)
            {
                RequireShape(input);
                return nn.functional.OpConvTranspose3d.Call(
                    input, weight, bias, stride, padding!, OutputPaddingFor(input, output_size), groups, dilation);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A transposed convolution over three axes.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">The step.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="output_padding">What is added to the output size.</param>
            /// <param name="dilation">The distance of the kernel's elements.</param>
            /// <param name="padding_mode">Zeros.</param>
            /// <param name="groups">Into how many groups the channels are divided.</param>
            /// <param name="bias">Whether something is added to each output channel.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.ConvTranspose3d ConvTranspose3d(long in_channels, long out_channels, long kernel_size,
                long stride = 1, long padding = 0,
                long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, Window(kernel_size, 3))
                {
                    Stride = Window(stride, 3), Padding = Window(padding, 3), OutputPadding = Window(output_padding, 3),
                    Dilation = Window(dilation, 3), Groups = groups, Bias = bias, PaddingMode = padding_mode, Transposed = true,
                }, device, dtype);

            /// <summary>A transposed convolution over three axes.</summary>
            public static Modules.ConvTranspose3d ConvTranspose3d(long in_channels, long out_channels, (long, long, long) kernel_size,
                (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, Window(kernel_size))
                {
                    Stride = Window(stride) ?? Window(1, 3),
                    Padding = Window(padding) ?? new long[3], OutputPadding = Window(output_padding) ?? new long[3],
                    Dilation = Window(dilation) ?? Window(1, 3), Groups = groups, Bias = bias, PaddingMode = padding_mode, Transposed = true,
                }, device, dtype);

            public static partial class functional
            {
                internal static readonly Operator OpConvTranspose3d = new("aten::conv_transpose3d", "input");

                /// <summary>The transposed convolution of the input ([n, ]channels, axes...) with a weight (in, out / groups, kernel...).</summary>
                public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? output_padding = null,
                    long[]? dilation = null, long groups = 1) =>
                    OpConvTranspose3d.Call(input, weight, bias, strides ?? Window(1, 3), padding ?? new long[3],
                        output_padding ?? new long[3], groups, dilation ?? Window(1, 3));
            }
        }
    }
}
