using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes log(1 + exp(beta x)) / beta, and x itself where beta x is above the threshold.</summary>
        public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
        {
            internal Softplus(double beta, double threshold) : base(nameof(Softplus))
            {
                this.beta = beta;
                this.threshold = threshold;
            }

            /// <summary>As in the formula.</summary>
            public double beta { get; set; }

            /// <summary>As in the formula.</summary>
            public double threshold { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes log(1 + exp(beta x)) / beta, and x itself where beta x is above the threshold.</summary>
            public static Modules.Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            public static partial class functional
            {
                private static readonly Operator OpSoftplus = new("aten::softplus");

                /// <summary>log(1 + exp(beta x)) / beta, and x itself where beta x is above the threshold.</summary>
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => OpSoftplus.Call(x, beta, threshold);
            }
        }
    }
}
