using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training, drops channels, keeping mean and variance for SELU networks with probability p; the identity in
        /// evaluation.</summary>
        public sealed class FeatureAlphaDropout : ParameterLessModule<Tensor, Tensor>
        {
            internal FeatureAlphaDropout(double p, bool inplace) : base(nameof(FeatureAlphaDropout))
            {
                this.p = p;
                this.inplace = inplace;
            }

            /// <summary>The probability, in [0, 1].</summary>
            public double p { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.feature_alpha_dropout(input, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A dropout of channels for SELU networks.</summary>
            public static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => new(p, false);

            /// <summary>A dropout of channels for SELU networks.</summary>
            public static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => new(p, inplace);

            public static partial class functional
            {
                private static readonly Operator OpFeatureAlphaDropout = new("aten::feature_alpha_dropout");
                private static readonly Operator OpFeatureAlphaDropoutInPlace = new("aten::feature_alpha_dropout_");

                /// <summary>In training, drops channels and keeps mean and variance, for SELU networks, with probability p.</summary>
                public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    inplace ? Overwrite(OpFeatureAlphaDropoutInPlace, input, p, training) : OpFeatureAlphaDropout.Call(input, p, training);
            }
        }
    }
}
