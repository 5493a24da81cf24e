using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalises each channel of each case to mean 0 and variance 1 over its spatial axes.</summary>
        public abstract class InstanceNorm : NormBase
        {
            /// <inheritdoc/>
            public InstanceNorm(
                long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
                : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
            {
            }

            /// <summary>The number of dimensions of a case: channels and spatial axes.</summary>
            protected abstract long GetNumberOfBatchDimensions();

            public override Tensor forward(Tensor input)
            {
                ValidateInputDimensions(input);
                var channels = (int)(input.ndim - GetNumberOfBatchDimensions());
                if (input.shape[channels] != num_features)
                    throw new ArgumentException($"'{GetName()}' needs {num_features} channels; the input is [{string.Join(", ", input.shape)}].");
                if (channels == 1)
                    return Normalise(input);
                using var batch = input.unsqueeze(0);
                using var normalised = Normalise(batch);
                return normalised.squeeze(0);
            }

            private Tensor Normalise(Tensor input) => nn.functional.instance_norm(
                input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                private static readonly Operator OpInstanceNorm = new("aten::instance_norm");

                /// <summary>Instance normalisation of (n, channels, axes...).</summary>
                /// <param name="input">What is normalised.</param>
                /// <param name="running_mean">The running mean (channels).</param>
                /// <param name="running_var">The running variance (channels).</param>
                /// <param name="weight">What the normalised channels are multiplied by.</param>
                /// <param name="bias">What is added to them after that.</param>
                /// <param name="use_input_stats">Whether the input's own statistics are used.</param>
                /// <param name="momentum">The weight of this batch in the running statistics.</param>
                /// <param name="eps">Added to the variance before its root is taken.</param>
                public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null,
                    Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                    OpInstanceNorm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);
            }
        }
    }
}
