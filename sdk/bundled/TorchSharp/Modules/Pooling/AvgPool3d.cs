using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The mean over a moving window along three axes.</summary>
        public sealed class AvgPool3d : ParameterLessModule<Tensor, Tensor>
        {
            internal AvgPool3d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
                : base(nameof(AvgPool3d))
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

            public override Tensor forward(Tensor input) => nn.functional.avg_pool3d(
                input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean over a moving window along three axes.</summary>
            public static Modules.AvgPool3d AvgPool3d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Window(kernel_size, 3), Window(stride, 3), Window(padding, 3), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean over a moving window along three axes.</summary>
            public static Modules.AvgPool3d AvgPool3d((long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Window(kernel_size), Window(stride), Window(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean over a moving window along three axes.</summary>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step; the window's size when null.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="ceil_mode">Whether a window that is only partly inside counts.</param>
            /// <param name="count_include_pad">Whether padding counts as zeros in the mean.</param>
            /// <param name="divisor_override">What the sum is divided by instead of the window's size.</param>
            public static Modules.AvgPool3d AvgPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            public static partial class functional
            {
                private static readonly Operator OpAvgPool3d = new("aten::avg_pool3d");

                /// <summary>The mean over a moving window along three axes.</summary>
                public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                    bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    OpAvgPool3d.Call(input, kernel_size, stride ?? kernel_size, padding ?? new long[3], ceil_mode, count_include_pad,
                        divisor_override);
            }
        }
    }
}
