using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The means over as many windows along two axes as the output has elements.</summary>
        public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

            /// <summary>The size of the output along the spatial axes.</summary>
            public long[] output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The means over as many windows along two axes as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <summary>The means over as many windows along two axes as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Window(output_size));

            /// <summary>The means over as many windows along two axes as the output has elements.</summary>
            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Window(output_size, 2));

            public static partial class functional
            {
                private static readonly Operator OpAdaptiveAvgPool2d = new("aten::adaptive_avg_pool2d");

                /// <summary>The means over as many windows along two axes as the output has elements.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => OpAdaptiveAvgPool2d.Call(input, output_size);

                /// <summary>The means over as many windows along two axes as the output has elements.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Window(output_size));

                /// <summary>The means over as many windows along two axes as the output has elements.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, Window(output_size, 2));
            }
        }
    }
}
