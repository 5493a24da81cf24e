using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training, drops elements, keeping mean and variance for SELU networks with probability p; the identity in
        /// evaluation.</summary>
        public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
        {
            internal AlphaDropout(double p, bool inplace) : base(nameof(AlphaDropout))
            {
                this.p = p;
                this.inplace = inplace;
            }

            /// <summary>The probability, in [0, 1].</summary>
            public double p { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A dropout of elements, keeping mean and variance for SELU networks.</summary>
            public static Modules.AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                private static readonly Operator OpAlphaDropout = new("aten::alpha_dropout");
                private static readonly Operator OpAlphaDropoutInPlace = new("aten::alpha_dropout_");

                /// <summary>In training, drops elements and keeps mean and variance, for SELU networks, with probability p.</summary>
                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    inplace ? Overwrite(OpAlphaDropoutInPlace, input, p, training) : OpAlphaDropout.Call(input, p, training);
            }
        }
    }
}
