using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes the self-normalising exponential unit: 1.0507 (x where x > 0, else 1.6733 (exp(x) - 1)).</summary>
        public sealed class SELU : ParameterLessModule<Tensor, Tensor>
        {
            internal SELU(bool inplace) : base(nameof(SELU))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes the self-normalising exponential unit: 1.0507 (x where x > 0, else 1.6733 (exp(x) - 1)).</summary>
            public static Modules.SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpSelu = new("aten::selu");
                private static readonly Operator OpSeluInPlace = new("aten::selu_");

                /// <summary>the self-normalising exponential unit: 1.0507 (x where x > 0, else 1.6733 (exp(x) - 1)).</summary>
                public static Tensor selu(Tensor x, bool inplace = false) =>
                    inplace ? Overwrite(OpSeluInPlace, x) : OpSelu.Call(x);
            }
        }
    }
}
