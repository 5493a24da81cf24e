using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>max(0, |anchor - positive| - |anchor - negative| + margin).</summary>
        public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
        {
            private readonly double _eps;
            private readonly bool _swap;

            /// <param name="margin">The margin.</param>
            /// <param name="p">Which norm.</param>
            /// <param name="eps">Added to the differences.</param>
            /// <param name="swap">Whether the distance of positive and negative counts where it is the less.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public TripletMarginLoss(double margin = 1, long p = 2, double eps = 1e-06, bool swap = false,
                Reduction reduction = Reduction.Mean) : base(reduction)
            {
                this.margin = margin;
                this.p = p;
                _eps = eps;
                _swap = swap;
            }

            /// <summary>The margin.</summary>
            public double margin { get; }

            /// <summary>Which norm.</summary>
            public long p { get; }

            public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
                nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.TripletMarginLoss"/>
            /// <param name="margin">The margin.</param>
            /// <param name="p">Which norm.</param>
            /// <param name="eps">Added to the differences.</param>
            /// <param name="swap">Whether the distance of positive and negative counts where it is the less.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.TripletMarginLoss TripletMarginLoss(double margin = 1, long p = 2, double eps = 1e-06, bool swap = false,
                Reduction reduction = Reduction.Mean) => new(margin, p, eps, swap, reduction);

            public static partial class functional
            {
                private static readonly Operator OpTripletMarginLoss = new("aten::triplet_margin_loss");

                /// <summary>max(0, |anchor - positive| - |anchor - negative| + margin).</summary>
                public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2,
                    double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                    OpTripletMarginLoss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);
            }
        }
    }
}
