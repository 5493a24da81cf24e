using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes max(0, x).</summary>
        public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
        {
            internal ReLU(bool inplace) : base(nameof(ReLU))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes max(0, x).</summary>
            public static Modules.ReLU ReLU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpRelu = new("aten::relu");
                private static readonly Operator OpReluInPlace = new("aten::relu_");

                /// <summary>max(0, x).</summary>
                public static Tensor relu(Tensor x, bool inplace = false) =>
                    inplace ? Overwrite(OpReluInPlace, x) : OpRelu.Call(x);
            }
        }
    }
}
