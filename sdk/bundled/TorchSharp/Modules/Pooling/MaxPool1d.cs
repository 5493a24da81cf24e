using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The maximum over a moving window along one axis.</summary>
        public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
        {
            internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) : base(nameof(MaxPool1d))
            {
                this.kernel_size = kernel_size;
                this.stride = stride;
                this.padding = padding;
                this.dilation = dilation;
                this.ceil_mode = ceil_mode;
            }

            /// <summary>The size of the window.</summary>
            public long kernel_size { get; set; }

            /// <summary>The step; the window's size when null.</summary>
            public long? stride { get; set; }

            /// <summary>How much is padded at both ends; 0 when null.</summary>
            public long? padding { get; set; }

            /// <summary>The distance of the window's elements; 1 when null.</summary>
            public long? dilation { get; set; }

            /// <summary>Whether a window that is only partly inside counts.</summary>
            public bool ceil_mode { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

            /// <summary>The maxima and where they are in the flattened spatial axes.</summary>
            public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
                nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The maximum over a moving window along one axis.</summary>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step; the window's size when null.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="dilation">The distance of the window's elements.</param>
            /// <param name="ceil_mode">Whether a window that is only partly inside counts.</param>
            public static Modules.MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static partial class functional
            {
                private static readonly Operator OpMaxPool1d = new("aten::max_pool1d");
                private static readonly Operator OpMaxPool1dWithIndices = new("aten::max_pool1d_with_indices");

                /// <summary>The maximum over a moving window along one axis.</summary>
                public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                    bool ceil_mode = false) =>
                    OpMaxPool1d.Call(input, new long[] { kernel_size }, new long[] { stride ?? kernel_size }, new long[] { padding ?? 0 },
                        new long[] { dilation ?? 1 }, ceil_mode);

                /// <summary>The maxima over a moving window, and where they are.</summary>
                public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null,
                    long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                    OpMaxPool1dWithIndices.Call2(input, new long[] { kernel_size }, new long[] { stride ?? kernel_size }, new long[] { padding ?? 0 },
                        new long[] { dilation ?? 1 }, ceil_mode);
            }
        }
    }
}
