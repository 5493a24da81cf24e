using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The means over as many windows along three axes as the output has elements.</summary>
        public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveAvgPool3d(long[] output_size) : base(nameof(AdaptiveAvgPool3d)) => this.output_size = output_size;

            /// <summary>The size of the output along the spatial axes.</summary>
            public long[] output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The means over as many windows along three axes as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

            /// <summary>The means over as many windows along three axes as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(Window(output_size));

            /// <summary>The means over as many windows along three axes as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new(Window(output_size, 3));

            public static partial class functional
            {
                private static readonly Operator OpAdaptiveAvgPool3d = new("aten::adaptive_avg_pool3d");

                /// <summary>The means over as many windows along three axes as the output has elements.</summary>
                public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => OpAdaptiveAvgPool3d.Call(input, output_size);

                /// <summary>The means over as many windows along three axes as the output has elements.</summary>
                public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                    adaptive_avg_pool3d(input, Window(output_size));

                /// <summary>The means over as many windows along three axes as the output has elements.</summary>
                public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(input, Window(output_size, 3));
            }
        }
    }
}
