using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The cosine of the angle between vectors along a dimension.</summary>
        public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
        {
            internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity))
            {
                this.dim = dim;
                this.eps = eps;
            }

            /// <summary>The dimension.</summary>
            public long dim { get; set; }

            /// <summary>The least a norm counts.</summary>
            public double eps { get; set; }

            public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cosine_similarity(input1, input2, dim, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that gives the cosine of the angle between vectors along a dimension.</summary>
            public static Modules.CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);
        }
    }
}
