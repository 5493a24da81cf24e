using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x min(max(0, x + 3), 6) / 6.</summary>
        public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
        {
            internal Hardswish(bool inplace) : base(nameof(Hardswish))
            {
                this.inplace = inplace;
            }

            /// <summary>Whether the input itself is overwritten.</summary>
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x min(max(0, x + 3), 6) / 6.</summary>
            public static Modules.Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                private static readonly Operator OpHardswish = new("aten::hardswish");
                private static readonly Operator OpHardswishInPlace = new("aten::hardswish_");

                /// <summary>x min(max(0, x + 3), 6) / 6.</summary>
                public static Tensor hardswish(Tensor input, bool inplace = false) =>
                    inplace ? Overwrite(OpHardswishInPlace, input) : OpHardswish.Call(input);
            }
        }
    }
}
