using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A transposed convolution over one axis: ([n, ]channels, x).</summary>
        public sealed class ConvTranspose1d : ConvolutionTranspose
        {
            internal ConvTranspose1d(ConvolutionShape shape, Device? device, ScalarType? dtype)
                : base(nameof(ConvTranspose1d), shape, device, dtype)
            {
            }

            public override Tensor forward(Tensor input, long[]? output_size)
            {
                RequireShape(input);
                return nn.functional.OpConvTranspose1d.Call(
                    input, weight, bias, stride, padding!, OutputPaddingFor(input, output_size), groups, dilation);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A transposed convolution over one axis.</summary>
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
            public static Modules.ConvTranspose1d ConvTranspose1d(long in_channels, long out_channels, long kernel_size,
                long stride = 1, long padding = 0,
                long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, [kernel_size])
                {
                    Stride = [stride], Padding = [padding], OutputPadding = [output_padding],
                    Dilation = [dilation], Groups = groups, Bias = bias, PaddingMode = padding_mode, Transposed = true,
                }, device, dtype);

            public static partial class functional
            {
                internal static readonly Operator OpConvTranspose1d = new("aten::conv_transpose1d");

                /// <summary>The transposed convolution of the input ([n, ]channels, axes...) with a weight (in, out / groups, kernel...).</summary>
                public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                    long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                    OpConvTranspose1d.Call(input, weight, bias, new long[] { stride ?? 1 }, new long[] { padding ?? 0 },
                        new long[] { output_padding ?? 0 }, groups, new long[] { dilation ?? 1 });
            }
        }
    }
}
