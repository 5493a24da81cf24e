using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Minus the input at the class that the target names; the input being logarithms of probabilities (n, classes, axes...).</summary>
        public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
        {
            /// <param name="weight">A weight for each class, (classes); all equal when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction)
            {
            }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.nll_loss(input, target, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.NLLLoss"/>
            /// <param name="weight">A weight for each class, (classes); all equal when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                private static readonly Operator OpNllLoss = new("aten::nll_loss_nd");

                /// <summary>Minus the input at the class that the target names. The mean is weighted, and targets of -100 do not count.</summary>
                /// <param name="input">Logarithms of probabilities, (n, classes, axes...).</param>
                /// <param name="target">Classes, Int64, (n, axes...).</param>
                /// <param name="weight">A weight for each class; all equal when null.</param>
                /// <param name="reduction">What becomes of the losses of the elements.</param>
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    OpNllLoss.Call(input, target, weight, (long)reduction);
            }
        }
    }
}
