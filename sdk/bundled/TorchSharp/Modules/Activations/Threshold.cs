using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x where x > threshold, else value.</summary>
        public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
        {
            internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold))
            {
                this.threshold = threshold;
                this.value = value;
                this.inplace = inplace;
            }

            /// <summary>As in the formula.</summary>
            public double threshold { get; set; }

            /// <summary>As in the formula.</summary>
            public double value { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.threshold(tensor, threshold, value, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x where x > threshold, else value.</summary>
            public static Modules.Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

            public static partial class functional
            {
                private static readonly Operator OpThreshold = new("aten::threshold");
                private static readonly Operator OpThresholdInPlace = new("aten::threshold_");

                /// <summary>x where x > threshold, else value.</summary>
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    inplace ? Overwrite(OpThresholdInPlace, x, threshold, value) : OpThreshold.Call(x, threshold, value);
            }
        }
    }
}
