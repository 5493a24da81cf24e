using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>max(0, margin - target (input1 - input2)), for targets 1 and -1.</summary>
        public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
        {
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) : base(reduction)
            {
                this.margin = margin;
            }

            /// <summary>The margin.</summary>
            public double margin { get; }

            public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
                nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MarginRankingLoss"/>
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                private static readonly Operator OpMarginRankingLoss = new("aten::margin_ranking_loss");

                /// <summary>max(0, margin - target (input1 - input2)), for targets 1 and -1.</summary>
                public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                    Reduction reduction = Reduction.Mean) =>
                    OpMarginRankingLoss.Call(input1, input2, target, margin, (long)reduction);
            }
        }
    }
}
