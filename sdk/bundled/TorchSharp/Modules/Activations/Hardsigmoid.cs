using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes min(max(0, x + 3), 6) / 6.</summary>
        public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
        {
            internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.hardsigmoid(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes min(max(0, x + 3), 6) / 6.</summary>
            public static Modules.Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpHardsigmoid = new("aten::hardsigmoid");
                private static readonly Operator OpHardsigmoidInPlace = new("aten::hardsigmoid_");

                /// <summary>min(max(0, x + 3), 6) / 6.</summary>
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                    inplace ? Overwrite(OpHardsigmoidInPlace, input) : OpHardsigmoid.Call(input);
            }
        }
    }
}
