using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training, drops channels of (n, c, y, x) with probability p; the identity in evaluation.</summary>
        public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
        {
            internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d))
            {
                this.p = p;
                this.inplace = inplace;
            }

            /// <summary>The probability, in [0, 1].</summary>
            public double p { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A dropout of channels of (n, c, y, x).</summary>
            public static Modules.Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                private static readonly Operator OpFeatureDropout = new("aten::feature_dropout");
                private static readonly Operator OpFeatureDropoutInPlace = new("aten::feature_dropout_");

                /// <summary>In training, sets channels of (n, c, y, x) to 0 with probability p and divides the rest by 1 - p.</summary>
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    inplace ? Overwrite(OpFeatureDropoutInPlace, input, p, training) : OpFeatureDropout.Call(input, p, training);
            }
        }
    }
}
