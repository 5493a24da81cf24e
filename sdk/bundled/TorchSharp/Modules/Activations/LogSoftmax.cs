using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes the logarithm of the softmax along a dimension.</summary>
        public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
        {
            internal LogSoftmax(long dim) : base(nameof(LogSoftmax))
            {
                this.dim = dim;
            }

            /// <summary>The dimension.</summary>
            public long dim { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes the logarithm of the softmax along a dimension.</summary>
            public static Modules.LogSoftmax LogSoftmax(long dim) => new(dim);

            public static partial class functional
            {
                private static readonly Operator OpLogSoftmax = new("aten::log_softmax", "int");

                /// <summary>The logarithm of the softmax along a dimension.</summary>
                public static Tensor log_softmax(Tensor x, long dim) => OpLogSoftmax.Call(x, dim);
            }
        }
    }
}
