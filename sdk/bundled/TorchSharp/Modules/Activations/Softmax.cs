using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes exp(x) over the sum of exp(x) along a dimension.</summary>
        public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
        {
            internal Softmax(long dim) : base(nameof(Softmax))
            {
                this.dim = dim;
            }

            /// <summary>The dimension.</summary>
            public long dim { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes exp(x) over the sum of exp(x) along a dimension.</summary>
            public static Modules.Softmax Softmax(long dim) => new(dim);

            public static partial class functional
            {
                private static readonly Operator OpSoftmax = new("aten::softmax", "int");

                /// <summary>exp(x) over the sum of exp(x) along a dimension.</summary>
                /// <param name="input">The logits.</param>
                /// <param name="dim">The dimension along which the result sums to 1.</param>
                /// <param name="dtype">The type to convert the input to first; its own when null.</param>
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => OpSoftmax.Call(input, dim, dtype);
            }
        }
    }
}
