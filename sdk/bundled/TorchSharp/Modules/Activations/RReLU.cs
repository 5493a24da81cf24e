using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x where x > 0, else a x, with a drawn from [lower, upper] in training and their mean in evaluation.</summary>
        public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
        {
            internal RReLU(double lower, double upper, bool inplace) : base(nameof(RReLU))
            {
                this.lower = lower;
                this.upper = upper;
                this.inplace = inplace;
            }

            /// <summary>The least slope.</summary>
            public double lower { get; set; }

            /// <summary>The greatest slope.</summary>
            public double upper { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => inplace
                ? nn.functional.Overwrite(nn.functional.OpRreluInPlace, tensor, lower, upper, training)
                : nn.functional.OpRrelu.Call(tensor, lower, upper, training);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A leaky ReLU with random slope.</summary>
            public static Modules.RReLU RReLU(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

            public static partial class functional
            {
                internal static readonly Operator OpRrelu = new("aten::rrelu");
                internal static readonly Operator OpRreluInPlace = new("aten::rrelu_");

                /// <summary>x where x > 0, else (lower + upper) / 2 x, as in evaluation.</summary>
                public static Tensor rrelu(Tensor x, double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) =>
                    inplace ? Overwrite(OpRreluInPlace, x, lower, upper) : OpRrelu.Call(x, lower, upper);
            }
        }
    }
}
