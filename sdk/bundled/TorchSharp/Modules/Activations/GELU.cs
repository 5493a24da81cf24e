using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x Phi(x), with Phi the normal distribution function.</summary>
        public sealed class GELU : ParameterLessModule<Tensor, Tensor>
        {
            /// <summary>How the normal distribution function is computed.</summary>
            public enum Approximate
            {
                /// <summary>By the error function.</summary>
                none,

                /// <summary>By its approximation with tanh.</summary>
                tanh,
            }

            internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU))
            {
                this.approximate = approximate;
                this.inplace = inplace;
            }

            /// <summary>How Phi is computed.</summary>
            public Approximate approximate { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x Phi(x).</summary>
            public static Modules.GELU GELU() => new(Modules.GELU.Approximate.none, false);

            /// <summary>A layer that computes x Phi(x).</summary>
            public static Modules.GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

            /// <summary>A layer that computes x Phi(x).</summary>
            public static Modules.GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

            public static partial class functional
            {
                private static readonly Operator OpGelu = new("aten::gelu");
                private static readonly Operator OpGeluInPlace = new("aten::gelu_");

                /// <summary>x Phi(x).</summary>
                public static Tensor gelu(Tensor x) => OpGelu.Call(x, "none");

                /// <summary>x Phi(x).</summary>
                public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

                /// <summary>x Phi(x), exactly or by the approximation with tanh.</summary>
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
                {
                    var name = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                    return inplace ? Overwrite(OpGeluInPlace, x, name) : OpGelu.Call(x, name);
                }
            }
        }
    }
}
