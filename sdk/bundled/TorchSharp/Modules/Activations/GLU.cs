using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Splits the input in halves a and b along a dimension and computes a sigmoid(b).</summary>
        public sealed class GLU : ParameterLessModule<Tensor, Tensor>
        {
            internal GLU(long dim) : base(nameof(GLU))
            {
                this.dim = dim;
            }

            /// <summary>The dimension to split, whose size must be even.</summary>
            public long dim { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A gated linear unit.</summary>
            public static Modules.GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                private static readonly Operator OpGlu = new("aten::glu");

                /// <summary>a sigmoid(b) of the halves a and b of the input along a dimension.</summary>
                public static Tensor glu(Tensor input, long dim = -1) => OpGlu.Call(input, dim);
            }
        }
    }
}
