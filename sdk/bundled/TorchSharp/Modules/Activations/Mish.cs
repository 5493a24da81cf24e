using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x tanh(softplus(x)).</summary>
        public sealed class Mish : ParameterLessModule<Tensor, Tensor>
        {
            internal Mish(bool inplace) : base(nameof(Mish))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x tanh(softplus(x)).</summary>
            public static Modules.Mish Mish() => new(false);

            /// <summary>A layer that computes x tanh(softplus(x)).</summary>
            public static Modules.Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpMish = new("aten::mish");
                private static readonly Operator OpMishInPlace = new("aten::mish_");

                /// <summary>x tanh(softplus(x)).</summary>
                public static Tensor mish(Tensor x, bool inplace = false) =>
                    inplace ? Overwrite(OpMishInPlace, x) : OpMish.Call(x);
            }
        }
    }
}
