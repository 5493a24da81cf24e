using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x where |x| > lambda, else 0.</summary>
        public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
        {
            internal Hardshrink(double lambda) : base(nameof(Hardshrink))
            {
                this.lambda = lambda;
            }

            /// <summary>As in the formula.</summary>
            public double lambda { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x where |x| > lambda, else 0.</summary>
            public static Modules.Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                private static readonly Operator OpHardshrink = new("aten::hardshrink");

                /// <summary>x where |x| > lambda, else 0.</summary>
                public static Tensor hardshrink(Tensor x, double lambda = 0.5) => OpHardshrink.Call(x, lambda);
            }
        }
    }
}
