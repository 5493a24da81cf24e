using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The cross entropy of logits (n, classes, axes...) and targets: classes (n, axes...) or probabilities like the logits.</summary>
        public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
        {
            /// <param name="weight">A weight for each class, (classes); all equal when null.</param>
            /// <param name="ignore_index">The class of targets that do not count; -100 when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="label_smoothing">How much of a target is spread evenly over all classes, in [0, 1].</param>
            public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0) : base(weight, reduction)
            {
                this.ignore_index = ignore_index;
                this.label_smoothing = label_smoothing;
            }

            /// <summary>The class of targets that do not count; -100 when null.</summary>
            public long? ignore_index { get; }

            /// <summary>How much of a target is spread evenly over all classes, in [0, 1].</summary>
            public double label_smoothing { get; }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(
                input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.CrossEntropyLoss"/>
            /// <param name="weight">A weight for each class, (classes); all equal when null.</param>
            /// <param name="ignore_index">The class of targets that do not count; -100 when null.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null,
                Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

            public static partial class functional
            {
                private static readonly Operator OpCrossEntropy = new("aten::cross_entropy_loss");

                /// <summary>The cross entropy of logits and targets. The mean is weighted by the targets' class weights.</summary>
                /// <param name="input">Logits, (n, classes, axes...) or (classes).</param>
                /// <param name="target">Classes, Int64, (n, axes...), or probabilities of the shape of the logits.</param>
                /// <param name="weight">A weight for each class; all equal when null.</param>
                /// <param name="ignore_index">The class of targets that do not count.</param>
                /// <param name="reduction">What becomes of the losses of the elements.</param>
                /// <param name="label_smoothing">How much of a target is spread evenly over all classes, in [0, 1].</param>
                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                    Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                    OpCrossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);
            }
        }
    }
}
