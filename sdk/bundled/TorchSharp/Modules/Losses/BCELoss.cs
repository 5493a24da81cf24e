using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The binary cross entropy of probabilities: -(target log input + (1 - target) log(1 - input)).</summary>
        public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
        {
            /// <param name="weight">Weights that broadcast against the elements; all equal when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction)
            {
            }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.BCELoss"/>
            /// <param name="weight">Weights that broadcast against the elements; all equal when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                private static readonly Operator OpBinaryCrossEntropy = new("aten::binary_cross_entropy");

                /// <summary>-weight (target log input + (1 - target) log(1 - input)); logarithms are at least -100.</summary>
                public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    OpBinaryCrossEntropy.Call(input, target, weight, (long)reduction);
            }
        }
    }
}
