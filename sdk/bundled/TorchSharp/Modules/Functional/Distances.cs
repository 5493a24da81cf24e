using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator OpNorm = new("aten::norm", "ScalarOpt_dim");
            private static readonly Operator OpClampMin = new("aten::clamp_min");
            private static readonly Operator OpDivideBy = new("aten::div", "Tensor");
            private static readonly Operator OpCosineSimilarity = new("aten::cosine_similarity");
            private static readonly Operator OpPairwiseDistance = new("aten::pairwise_distance");
            private static readonly Operator OpOneHot = new("aten::one_hot");

            /// <summary>Divides the vectors along a dimension by their norm.</summary>
            /// <param name="input">The vectors.</param>
            /// <param name="p">Which norm.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least a vector is divided by.</param>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var length = OpNorm.Call(input, p, new[] { dim }, true);
                using var divisor = OpClampMin.Call(length, eps);
                return OpDivideBy.Call(input, divisor);
            }

            /// <summary>The cosine of the angle between vectors along a dimension; norms are at least eps.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                OpCosineSimilarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of the difference of vectors along the last dimension; eps is added to each difference.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-6, bool keepdim = false) =>
                OpPairwiseDistance.Call(input1, input2, p, eps, keepdim);

            /// <summary>A 1 at the place of each index, and zeros, along a new last dimension.</summary>
            /// <param name="x">Indices, Int64.</param>
            /// <param name="num_classes">The size of the new dimension; -1: one more than the greatest index.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => OpOneHot.Call(x, num_classes);
        }
    }
}
