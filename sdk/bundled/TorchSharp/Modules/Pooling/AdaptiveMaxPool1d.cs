using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The maxima over as many windows along one axis as the output has elements.</summary>
        public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d)) => this.output_size = output_size;

            /// <summary>The size of the output along the spatial axes.</summary>
            public long output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

            /// <summary>The maxima and where they are in the flattened spatial axes.</summary>
            public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
                nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The maxima over as many windows along one axis as the output has elements.</summary>
            public static Modules.AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

            public static partial class functional
            {
                private static readonly Operator OpAdaptiveMaxPool1d = new("aten::adaptive_max_pool1d");

                /// <summary>The maxima over as many windows along one axis as the output has elements.</summary>
                public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
                {
                    var (maxima, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                    indices.Dispose();
                    return maxima;
                }

                /// <summary>The maxima, and where they are in the flattened spatial axes.</summary>
                public static (Tensor output, Tensor indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                    OpAdaptiveMaxPool1d.Call2(input, new long[] { output_size });
            }
        }
    }
}
