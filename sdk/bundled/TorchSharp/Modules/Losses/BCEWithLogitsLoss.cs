using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The binary cross entropy of logits: -(pos_weights target log s + (1 - target) log(1 - s)), s = sigmoid(input).</summary>
        public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
        {
            /// <param name="weight">Weights that broadcast against the elements; all equal when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="pos_weights">By what the loss of positive targets is multiplied, broadcast against the elements: usually
            /// (classes).</param>
            public BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
                : base(weight, reduction)
            {
                this.pos_weights = pos_weights;
            }

            /// <summary>By what the loss of positive targets is multiplied, broadcast against the elements: usually (classes).</summary>
            [field: ComponentName(Name = "pos_weight")]
            public Tensor? pos_weights { get; }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy_with_logits(
                input, target, weight, reduction, pos_weights);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.BCEWithLogitsLoss"/>
            /// <param name="weight">Weights that broadcast against the elements; all equal when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="pos_weights">By what the loss of positive targets is multiplied, broadcast against the elements: usually
            /// (classes).</param>
            public static Modules.BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

            public static partial class functional
            {
                private static readonly Operator OpBinaryCrossEntropyWithLogits = new("aten::binary_cross_entropy_with_logits");

                /// <summary>-weight (pos_weights target log s + (1 - target) log(1 - s)), s = sigmoid(input), computed stably.</summary>
                /// <param name="input">Logits.</param>
                /// <param name="target">Probabilities, of the shape of the logits.</param>
                /// <param name="weight">Weights that broadcast against the elements; all equal when null.</param>
                /// <param name="reduction">What becomes of the losses of the elements.</param>
                /// <param name="pos_weights">By what the loss of positive targets is multiplied, broadcast against the elements.</param>
                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                    OpBinaryCrossEntropyWithLogits.Call(input, target, weight, pos_weights, (long)reduction);
            }
        }
    }
}
