using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The mean over a moving window along one axis.</summary>
        public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
        {
            internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad)
                : base(nameof(AvgPool1d))
            {
                this.kernel_size = kernel_size;
                this.stride = stride;
                this.padding = padding;
                this.ceil_mode = ceil_mode;
                this.count_include_pad = count_include_pad;
            }

            /// <summary>The size of the window.</summary>
            public long kernel_size { get; set; }

            /// <summary>The step; the window's size when null.</summary>
            public long? stride { get; set; }

            /// <summary>How much is padded at both ends; 0 when null.</summary>
            public long? padding { get; set; }

            /// <summary>Whether a window that is only partly inside counts.</summary>
            public bool ceil_mode { get; set; }

            /// <summary>Whether padding counts as zeros in the mean.</summary>
            public bool count_include_pad { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(
                input, kernel_size, stride, padding, ceil_mode, count_include_pad);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean over a moving window along one axis.</summary>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step; the window's size when null.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="ceil_mode">Whether a window that is only partly inside counts.</param>
            /// <param name="count_include_pad">Whether padding counts as zeros in the mean.</param>
            public static Modules.AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            public static partial class functional
            {
                private static readonly Operator OpAvgPool1d = new("aten::avg_pool1d");

                /// <summary>The mean over a moving window along one axis.</summary>
                public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true) =>
                    OpAvgPool1d.Call(
                        input, new long[] { kernel_size }, new long[] { stride ?? kernel_size }, new long[] { padding ?? 0 }, ceil_mode, count_include_pad);
            }
        }
    }
}
