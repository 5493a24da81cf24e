using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x where x > 0, else negative_slope x.</summary>
        public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
        {
            internal LeakyReLU(double negative_slope, bool inplace) : base(nameof(LeakyReLU))
            {
                this.negative_slope = negative_slope;
                this.inplace = inplace;
            }

            /// <summary>As in the formula.</summary>
            public double negative_slope { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x where x > 0, else negative_slope x.</summary>
            public static Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            public static partial class functional
            {
                private static readonly Operator OpLeakyRelu = new("aten::leaky_relu");
                private static readonly Operator OpLeakyReluInPlace = new("aten::leaky_relu_");

                /// <summary>x where x > 0, else negative_slope x.</summary>
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    inplace ? Overwrite(OpLeakyReluInPlace, input, negative_slope) : OpLeakyRelu.Call(input, negative_slope);
            }
        }
    }
}
