using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The absolute difference of input and target.</summary>
        public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
        {
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public L1Loss(Reduction reduction = Reduction.Mean) : base(reduction)
            {
            }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.L1Loss"/>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            public static Modules.L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                private static readonly Operator OpL1Loss = new("aten::l1_loss");

                /// <summary>The absolute difference of input and target.</summary>
                public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    OpL1Loss.Call(input, target, (long)reduction);
            }
        }
    }
}
