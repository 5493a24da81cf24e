using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x / (1 + |x|).</summary>
        public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
        {
            internal Softsign(bool inplace) : base(nameof(Softsign))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x / (1 + |x|).</summary>
            public static Modules.Softsign Softsign() => new(false);

            /// <summary>A layer that computes x / (1 + |x|).</summary>
            public static Modules.Softsign Softsign(bool inplace) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpAbs = new("aten::abs");
                private static readonly Operator OpDivide = new("aten::div", "Tensor");
                private static readonly Operator OpDivideInPlace = new("aten::div_", "Tensor");

                /// <summary>x / (1 + |x|).</summary>
                public static Tensor softsign(Tensor x, bool inplace = false)
                {
                    using var magnitude = OpAbs.Call(x);
                    using var divisor = magnitude + 1;
                    return inplace ? Overwrite(OpDivideInPlace, x, divisor) : OpDivide.Call(x, divisor);
                }
            }
        }
    }
}
