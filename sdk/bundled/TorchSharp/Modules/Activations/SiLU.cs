using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x sigmoid(x).</summary>
        public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
        {
            internal SiLU(bool inplace) : base(nameof(SiLU))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x sigmoid(x).</summary>
            public static Modules.SiLU SiLU() => new(false);

            /// <summary>A layer that computes x sigmoid(x).</summary>
            public static Modules.SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpSilu = new("aten::silu");
                private static readonly Operator OpSiluInPlace = new("aten::silu_");

                /// <summary>x sigmoid(x).</summary>
                public static Tensor silu(Tensor x, bool inplace = false) =>
                    inplace ? Overwrite(OpSiluInPlace, x) : OpSilu.Call(x);
            }
        }
    }
}
