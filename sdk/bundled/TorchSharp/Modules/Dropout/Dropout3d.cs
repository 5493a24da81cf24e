using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training, drops channels of (n, c, z, y, x) with probability p; the identity in evaluation.</summary>
        public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
        {
            internal Dropout3d(double p, bool inplace) : base(nameof(Dropout3d))
            {
                this.p = p;
                this.inplace = inplace;
            }

            /// <summary>The probability, in [0, 1].</summary>
            public double p { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A dropout of channels of (n, c, z, y, x).</summary>
            public static Modules.Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>In training, sets channels of (n, c, z, y, x) to 0 with probability p and divides the rest by 1 - p.</summary>
                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    inplace ? Overwrite(OpFeatureDropoutInPlace, input, p, training) : OpFeatureDropout.Call(input, p, training);
            }
        }
    }
}
