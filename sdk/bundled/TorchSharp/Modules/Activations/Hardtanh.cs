using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes min(max(min_val, x), max_val).</summary>
        public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
        {
            internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh))
            {
                this.min_val = min_val;
                this.max_val = max_val;
                this.inplace = inplace;
            }

            /// <summary>As in the formula.</summary>
            public double min_val { get; set; }

            /// <summary>As in the formula.</summary>
            public double max_val { get; set; }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.hardtanh(tensor, min_val, max_val, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes min(max(min_val, x), max_val).</summary>
            public static Modules.Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

            public static partial class functional
            {
                private static readonly Operator OpHardtanh = new("aten::hardtanh");
                private static readonly Operator OpHardtanhInPlace = new("aten::hardtanh_");

                /// <summary>min(max(min_val, x), max_val).</summary>
                public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                    inplace ? Overwrite(OpHardtanhInPlace, x, min_val, max_val) : OpHardtanh.Call(x, min_val, max_val);
            }
        }
    }
}
