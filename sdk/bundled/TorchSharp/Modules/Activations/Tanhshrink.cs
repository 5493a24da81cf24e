using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x - tanh(x).</summary>
        public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
        {
            internal Tanhshrink(bool inplace) : base(nameof(Tanhshrink))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.tanhshrink(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x - tanh(x).</summary>
            public static Modules.Tanhshrink Tanhshrink() => new(false);

            /// <summary>A layer that computes x - tanh(x).</summary>
            public static Modules.Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpSubtract = new("aten::sub", "Tensor");
                private static readonly Operator OpSubtractInPlace = new("aten::sub_", "Tensor");

                /// <summary>x - tanh(x).</summary>
                public static Tensor tanhshrink(Tensor x, bool inplace = false)
                {
                    using var bend = tanh(x);
                    return inplace ? Overwrite(OpSubtractInPlace, x, bend) : OpSubtract.Call(x, bend);
                }
            }
        }
    }
}
