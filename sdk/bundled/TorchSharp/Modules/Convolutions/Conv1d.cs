using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A convolution over one axis: ([n, ]channels, x).</summary>
        public sealed class Conv1d : Convolution
        {
            internal Conv1d(ConvolutionShape shape, Device? device, ScalarType? dtype) : base(nameof(Conv1d), shape, device, dtype) { }

            public override Tensor forward(Tensor input)
            {
                RequireShape(input);
                if (padding_mode != PaddingModes.Zeros)
                    return ForwardPadded(input);
                return padding_type is { } type
                    ? nn.functional.Convolve1d(input, this, type)
                    : nn.functional.OpConv1d.Call(input, weight, bias, stride, padding!, dilation, groups);
            }

            private Tensor ForwardPadded(Tensor input)
            {
                using var padded = nn.functional.pad(input, PaddingLastAxisFirst(), padding_mode);
                return nn.functional.OpConv1d.Call(padded, weight, bias, stride, new long[1], dilation, groups);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A convolution over one axis.</summary>
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
            public static Modules.Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1,
                long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, [kernel_size])
                {
                    Stride = [stride], Padding = [padding], Dilation = [dilation], Groups = groups, Bias = bias,
                    PaddingMode = padding_mode,
                }, device, dtype);

            /// <summary>A convolution over one axis.</summary>
            public static Modules.Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding,
                long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(new ConvolutionShape(in_channels, out_channels, [kernel_size])
                {
                    Stride = [stride], PaddingType = padding, Dilation = [dilation], Groups = groups, Bias = bias,
                    PaddingMode = padding_mode,
                }, device, dtype);

            public static partial class functional
            {
                internal static readonly Operator OpConv1d = new("aten::conv1d");
                private static readonly Operator OpConv1dPadding = new("aten::conv1d", "padding");

                /// <summary>The convolution of the input ([n, ]channels, axes...) with a weight (out, in / groups, kernel...).</summary>
                public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                    long? padding = null, long? dilation = null, long groups = 1) =>
                    OpConv1d.Call(input, weight, bias, new long[] { stride ?? 1 }, new long[] { padding ?? 0 }, new long[] { dilation ?? 1 }, groups);

                /// <summary>The same, padded so that the size is kept, or not at all.</summary>
                public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                    Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                    OpConv1dPadding.Call(input, weight, bias, new long[] { stride ?? 1 }, PaddingName(padding), new long[] { dilation ?? 1 }, groups);

                internal static Tensor Convolve1d(Tensor input, Convolution layer, Padding padding) =>
                    OpConv1dPadding.Call(input, layer.weight, layer.bias, layer.stride, PaddingName(padding), layer.dilation, layer.groups);

                private static string PaddingName(Padding padding) => padding == Padding.Same ? "same" : "valid";
            }
        }
    }
}
