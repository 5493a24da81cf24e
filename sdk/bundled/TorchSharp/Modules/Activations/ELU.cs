using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x where x > 0, else alpha (exp(x) - 1).</summary>
        public sealed class ELU : ParameterLessModule<Tensor, Tensor>
        {
            internal ELU(double alpha, bool inplace) : base(nameof(ELU))
            {
                this.alpha = alpha;
                this.inplace = inplace;
            }

            /// <summary>As in the formula.</summary>
            public double alpha { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x where x > 0, else alpha (exp(x) - 1).</summary>
            public static Modules.ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                private static readonly Operator OpElu = new("aten::elu");
                private static readonly Operator OpEluInPlace = new("aten::elu_");

                /// <summary>x where x > 0, else alpha (exp(x) - 1).</summary>
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? Overwrite(OpEluInPlace, x, alpha) : OpElu.Call(x, alpha);
            }
        }
    }
}
