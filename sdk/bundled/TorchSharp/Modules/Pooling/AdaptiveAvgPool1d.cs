using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The means over as many windows along one axis as the output has elements.</summary>
        public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

            /// <summary>The size of the output along the spatial axes.</summary>
            public long output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The means over as many windows along one axis as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

            public static partial class functional
            {
                private static readonly Operator OpAdaptiveAvgPool1d = new("aten::adaptive_avg_pool1d");

                /// <summary>The means over as many windows along one axis as the output has elements.</summary>
                public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                    OpAdaptiveAvgPool1d.Call(input, new long[] { output_size });
            }
        }
    }
}
