using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The maximum over a moving window along three axes.</summary>
        public sealed class MaxPool3d : ParameterLessModule<Tensor, Tensor>
        {
            internal MaxPool3d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool3d))
            {
                this.kernel_size = kernel_size;
                this.stride = stride;
                this.padding = padding;
                this.dilation = dilation;
                this.ceil_mode = ceil_mode;
            }

            /// <summary>The size of the window.</summary>
            public long[] kernel_size { get; set; }

            /// <summary>The step; the window's size when null.</summary>
            public long[]? stride { get; set; }

            /// <summary>How much is padded at both ends; 0 when null.</summary>
            public long[]? padding { get; set; }

            /// <summary>The distance of the window's elements; 1 when null.</summary>
            public long[]? dilation { get; set; }

            /// <summary>Whether a window that is only partly inside counts.</summary>
            public bool ceil_mode { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode);

            /// <summary>The maxima and where they are in the flattened spatial axes.</summary>
            public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
                nn.functional.max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The maximum over a moving window along three axes.</summary>
            public static Modules.MaxPool3d MaxPool3d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                new(Window(kernel_size, 3), Window(stride, 3), Window(padding, 3), Window(dilation, 3), ceil_mode);

            /// <summary>The maximum over a moving window along three axes.</summary>
            public static Modules.MaxPool3d MaxPool3d((long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? dilation = null,
                bool ceil_mode = false) =>
                new(Window(kernel_size), Window(stride), Window(padding), Window(dilation), ceil_mode);

            /// <summary>The maximum over a moving window along three axes.</summary>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step; the window's size when null.</param>
            /// <param name="padding">How much is padded at both ends.</param>
            /// <param name="dilation">The distance of the window's elements.</param>
            /// <param name="ceil_mode">Whether a window that is only partly inside counts.</param>
            public static Modules.MaxPool3d MaxPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static partial class functional
            {
                private static readonly Operator OpMaxPool3d = new("aten::max_pool3d");
                private static readonly Operator OpMaxPool3dWithIndices = new("aten::max_pool3d_with_indices");

                /// <summary>The maximum over a moving window along three axes.</summary>
                public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                    long[]? dilation = null, bool ceil_mode = false) =>
                    OpMaxPool3d.Call(input, kernel_size, strides ?? kernel_size, padding ?? new long[3], dilation ?? Window(1, 3), ceil_mode);

                /// <summary>The maxima over a moving window, and where they are in the flattened spatial axes.</summary>
                public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null,
                    long[]? padding = null,
                    long[]? dilation = null, bool ceil_mode = false) =>
                    OpMaxPool3dWithIndices.Call2(input, kernel_size, strides ?? kernel_size, padding ?? new long[3], dilation ?? Window(1, 3),
                        ceil_mode);
            }
        }
    }
}
