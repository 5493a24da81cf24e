using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>log(1 + exp(-target input)), for targets 1 and -1.</summary>
        public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
        {
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public SoftMarginLoss(Reduction reduction = Reduction.Mean) : base(reduction)
            {
            }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.soft_margin_loss(input, target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.SoftMarginLoss"/>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                private static readonly Operator OpSoftMarginLoss = new("aten::soft_margin_loss");

                /// <summary>log(1 + exp(-target input)), for targets 1 and -1.</summary>
                public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    OpSoftMarginLoss.Call(input, target, (long)reduction);
            }
        }
    }
}
