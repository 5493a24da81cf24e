using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes the softmax over the channels of (n, c, y, x) or (c, y, x).</summary>
        public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
        {
            internal Softmax2d() : base(nameof(Softmax2d))
            {
            }

            public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes the softmax over channels.</summary>
            public static Modules.Softmax2d Softmax2d() => new();

            public static partial class functional
            {
                /// <summary>The softmax over the channels of (n, c, y, x) or (c, y, x).</summary>
                public static Tensor softmax2d(Tensor x) => softmax(x, -3);
            }
        }
    }
}
