using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>
        /// Normalises each channel to mean 0 and variance 1: in training over the batch, in evaluation by the running statistics; then multiplies
        /// and shifts it.
        /// </summary>
        public abstract class BatchNorm : NormBase
        {
            private static readonly Operator AddOne = new("aten::add_", "Scalar");

            /// <inheritdoc/>
            public BatchNorm(
                long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
            {
            }

            public override Tensor forward(Tensor input)
            {
                ValidateInputDimensions(input);
                var learns = training && track_running_stats;
                if (learns && num_batches_tracked is not null)
                    AddOne.CallVoid(num_batches_tracked, 1L);
                var byBatch = training || running_mean is null || running_var is null;
                var running = !training || track_running_stats;
                return nn.functional.batch_norm(
                    input, running ? running_mean : null, running ? running_var : null, weight, bias, byBatch, WeightOfBatch(learns), eps);
            }

            private double WeightOfBatch(bool learns)
            {
                if (momentum is { } given)
                    return given;
                return learns ? 1.0 / num_batches_tracked!.ToInt64() : 0;
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                private static readonly Operator OpBatchNorm = new("aten::batch_norm");

                /// <summary>Batch normalisation of (n, channels, axes...).</summary>
                /// <param name="input">What is normalised.</param>
                /// <param name="running_mean">The running mean (channels); in training updated in place.</param>
                /// <param name="running_var">The running variance (channels); in training updated in place.</param>
                /// <param name="weight">What the normalised channels are multiplied by.</param>
                /// <param name="bias">What is added to them after that.</param>
                /// <param name="training">Whether the batch's own statistics are used.</param>
                /// <param name="momentum">The weight of this batch in the running statistics.</param>
                /// <param name="eps">Added to the variance before its root is taken.</param>
                public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                    bool training = false, double momentum = 0.1, double eps = 1e-5)
                {
                    // As PyTorch refuses it: libtorch itself would put NaN into the running variance, and say nothing.
                    if (training && input.Dimensions > 1 && input.numel() == input.shape[1] && Native.rank_norm_is_set() == 0)
                        throw new ArgumentException($"batch_norm has one value per channel to normalise, an input of [{string.Join(", ", input.shape)}]. In training it needs more: "
                            + "choose a batch size that leaves no single case for the last batch, or larger images.");
                    return OpBatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
                }
            }
        }
    }
}
