using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The mean over a moving window along two axes.</summary>
        public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
        {
            internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
                : base(nameof(AvgPool2d))
            {
                this.kernel_size = kernel_size;
                this.stride = stride;
                this.padding = padding;
                this.ceil_mode = ceil_mode;
                this.count_include_pad = count_include_pad;
                this.divisor_override = divisor_override;
            }

            /// <summary>The size of the window.</summary>
            public long[] kernel_size { get; set; }

            /// <summary>The step; the window's size when null.</summary>
            public long[]? stride { get; set; }

            /// <summary>How much is padded at both ends; 0 when null.</summary>
            public long[]? padding { get; set; }

            /// <summary>Whether a window that is only partly inside counts.</summary>
            public bool ceil_mode { get; set; }

            /// <summary>Whether padding counts as zeros in the mean.</summary>
            public bool count_include_pad { get; set; }

            /// <summary>What the sum is divided by instead of the window's size.</summary>
            public long? divisor_override { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(
                input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean over a moving window along two axes.</summary>
            public static Modules.AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Window(kernel_size, 2), Window(stride, 2), Window(padding, 2), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean over a moving window along two axes.</summary>
            public static Modules.AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Window(kernel_size), Window(stride), Window(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean over a moving window along two axes.</summary>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step; the window's size when null.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="ceil_mode">Whether a window that is only partly inside counts.</param>
            /// <param name="count_include_pad">Whether padding counts as zeros in the mean.</param>
            /// <param name="divisor_override">What the sum is divided by instead of the window's size.</param>
            public static Modules.AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            public static partial class functional
            {
                private static readonly Operator OpAvgPool2d = new("aten::avg_pool2d");

                /// <summary>The mean over a moving window along two axes.</summary>
                public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, Window(kernel_size, 2), Window(stride, 2), Window(padding, 2), ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean over a moving window along two axes.</summary>
                public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                    bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, Window(kernel_size), Window(stride), Window(padding), ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean over a moving window along two axes.</summary>
                public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                    bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    OpAvgPool2d.Call(input, kernel_size, stride ?? kernel_size, padding ?? new long[2], ceil_mode, count_include_pad,
                        divisor_override);
            }
        }
    }
}
