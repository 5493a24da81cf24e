using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The Kullback-Leibler divergence of elements: target (log target - input), input being logarithms.</summary>
        public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
        {
            /// <param name="log_target">Whether the target too is given as logarithms. True by default, unlike in PyTorch.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) : base(reduction)
            {
                this.log_target = log_target;
            }

            /// <summary>Whether the target too is given as logarithms. True by default, unlike in PyTorch.</summary>
            public bool log_target { get; }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, log_target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.KLDivLoss"/>
            /// <param name="log_target">Whether the target too is given as logarithms. True by default, unlike in PyTorch.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

            public static partial class functional
            {
                private static readonly Operator OpKlDiv = new("aten::kl_div");

                /// <summary>The Kullback-Leibler divergence of elements: target (log target - input), input being logarithms.</summary>
                /// <param name="input">Logarithms of probabilities.</param>
                /// <param name="target">Probabilities, or their logarithms.</param>
                /// <param name="log_target">Whether the target is given as logarithms. True by default, unlike in PyTorch.</param>
                /// <param name="reduction">What becomes of the losses of the elements.</param>
                public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                    OpKlDiv.Call(input, target, (long)reduction, log_target);
            }
        }
    }
}
