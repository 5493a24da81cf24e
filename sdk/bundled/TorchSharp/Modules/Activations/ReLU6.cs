using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes min(max(0, x), 6).</summary>
        public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
        {
            internal ReLU6(bool inplace) : base(nameof(ReLU6))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes min(max(0, x), 6).</summary>
            public static Modules.ReLU6 ReLU6(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpRelu6 = new("aten::relu6");
                private static readonly Operator OpRelu6InPlace = new("aten::relu6_");

                /// <summary>min(max(0, x), 6).</summary>
                public static Tensor relu6(Tensor x, bool inplace = false) =>
                    inplace ? Overwrite(OpRelu6InPlace, x) : OpRelu6.Call(x);
            }
        }
    }
}
