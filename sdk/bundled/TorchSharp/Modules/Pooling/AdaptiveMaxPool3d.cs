using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The maxima over as many windows along three axes as the output has elements.</summary>
        public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveMaxPool3d(long[] output_size) : base(nameof(AdaptiveMaxPool3d)) => this.output_size = output_size;

            /// <summary>The size of the output along the spatial axes.</summary>
            public long[] output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

            /// <summary>The maxima and where they are in the flattened spatial axes.</summary>
            public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
                nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The maxima over as many windows along three axes as the output has elements.</summary>
            public static Modules.AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);

            public static partial class functional
            {
                private static readonly Operator OpAdaptiveMaxPool3d = new("aten::adaptive_max_pool3d");

                /// <summary>The maxima over as many windows along three axes as the output has elements.</summary>
                public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
                {
                    var (maxima, indices) = adaptive_max_pool3d_with_indices(input, output_size);
                    indices.Dispose();
                    return maxima;
                }

                /// <summary>The maxima, and where they are in the flattened spatial axes.</summary>
                public static (Tensor output, Tensor indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                    OpAdaptiveMaxPool3d.Call2(input, output_size);
            }
        }
    }
}
