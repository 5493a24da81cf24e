using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x moved towards 0 by lambda, and 0 where |x| is not above it.</summary>
        public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
        {
            internal Softshrink(double lambda) : base(nameof(Softshrink))
            {
                this.lambda = lambda;
            }

            /// <summary>As in the formula.</summary>
            public double lambda { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x moved towards 0 by lambda, and 0 where |x| is not above it.</summary>
            public static Modules.Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                private static readonly Operator OpSoftshrink = new("aten::softshrink");

                /// <summary>x moved towards 0 by lambda, and 0 where |x| is not above it.</summary>
                public static Tensor softshrink(Tensor x, double lambda = 0.5) => OpSoftshrink.Call(x, lambda);
            }
        }
    }
}
