using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>1 - cos where the target is 1, max(0, cos - margin) where it is -1; cos between the vectors along dimension 1.</summary>
        public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
        {
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) : base(reduction)
            {
                this.margin = margin;
            }

            /// <summary>The margin.</summary>
            public double margin { get; }

            public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
                nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.CosineEmbeddingLoss"/>
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                private static readonly Operator OpCosineEmbeddingLoss = new("aten::cosine_embedding_loss");

                /// <summary>1 - cos where the target is 1, max(0, cos - margin) where it is -1; cos between the vectors along dimension 1.</summary>
                public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                    Reduction reduction = Reduction.Mean) =>
                    OpCosineEmbeddingLoss.Call(input1, input2, target, margin, (long)reduction);
            }
        }
    }
}
