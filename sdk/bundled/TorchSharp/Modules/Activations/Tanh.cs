using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes the hyperbolic tangent of x.</summary>
        public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
        {
            internal Tanh(bool inplace) : base(nameof(Tanh))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.tanh(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes the hyperbolic tangent of x.</summary>
            public static Modules.Tanh Tanh() => new(false);

            /// <summary>A layer that computes the hyperbolic tangent of x.</summary>
            public static Modules.Tanh Tanh(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpTanh = new("aten::tanh");
                private static readonly Operator OpTanhInPlace = new("aten::tanh_");

                /// <summary>the hyperbolic tangent of x.</summary>
                public static Tensor tanh(Tensor x, bool inplace = false) =>
                    inplace ? Overwrite(OpTanhInPlace, x) : OpTanh.Call(x);
            }
        }
    }
}
