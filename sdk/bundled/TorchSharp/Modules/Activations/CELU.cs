using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes max(0, x) + min(0, alpha (exp(x / alpha) - 1)).</summary>
        public sealed class CELU : ParameterLessModule<Tensor, Tensor>
        {
            internal CELU(double alpha, bool inplace) : base(nameof(CELU))
            {
                this.alpha = alpha;
                this.inplace = inplace;
            }

            /// <summary>As in the formula.</summary>
            public double alpha { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes max(0, x) + min(0, alpha (exp(x / alpha) - 1)).</summary>
            public static Modules.CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                private static readonly Operator OpCelu = new("aten::celu");
                private static readonly Operator OpCeluInPlace = new("aten::celu_");

                /// <summary>max(0, x) + min(0, alpha (exp(x / alpha) - 1)).</summary>
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? Overwrite(OpCeluInPlace, x, alpha) : OpCelu.Call(x, alpha);
            }
        }
    }
}
