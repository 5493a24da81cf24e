using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>With d the absolute difference: d² / (2 beta) where d is below beta, else d - beta / 2.</summary>
        public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
        {
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="beta">Below this difference the loss is quadratic.</param>
            public SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) : base(reduction)
            {
                this.beta = beta;
            }

            /// <summary>Below this difference the loss is quadratic.</summary>
            public double beta { get; }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.SmoothL1Loss"/>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="beta">Below this difference the loss is quadratic.</param>
            public static Modules.SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) => new(reduction, beta);

            public static partial class functional
            {
                private static readonly Operator OpSmoothL1Loss = new("aten::smooth_l1_loss");

                /// <summary>With d the absolute difference: d² / (2 beta) where d is below beta, else d - beta / 2.</summary>
                public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                    OpSmoothL1Loss.Call(input, target, (long)reduction, beta);
            }
        }
    }
}
