using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>With d the absolute difference: d² / 2 where d is below delta, else delta (d - delta / 2).</summary>
        public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
        {
            /// <param name="delta">Below this difference the loss is quadratic.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean) : base(reduction)
            {
                this.delta = delta;
            }

            /// <summary>Below this difference the loss is quadratic.</summary>
            public double delta { get; }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.HuberLoss"/>
            /// <param name="delta">Below this difference the loss is quadratic.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.HuberLoss HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean) => new(delta, reduction);

            public static partial class functional
            {
                private static readonly Operator OpHuberLoss = new("aten::huber_loss");

                /// <summary>With d the absolute difference: d² / 2 where d is below delta, else delta (d - delta / 2).</summary>
                public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                    OpHuberLoss.Call(input, target, (long)reduction, delta);
            }
        }
    }
}
