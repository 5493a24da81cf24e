using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes the softmax of -x along a dimension.</summary>
        public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
        {
            internal Softmin(long dim) : base(nameof(Softmin))
            {
                this.dim = dim;
            }

            /// <summary>The dimension.</summary>
            public long dim { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes the softmax of -x along a dimension.</summary>
            public static Modules.Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>The softmax of -x along a dimension.</summary>
                public static Tensor softmin(Tensor x, long dim)
                {
                    using var negated = -x;
                    return softmax(negated, dim);
                }
            }
        }
    }
}
