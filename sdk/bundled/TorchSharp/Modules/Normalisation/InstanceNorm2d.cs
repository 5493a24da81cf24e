using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Instance normalisation of (n, c, y, x) or (c, y, x).</summary>
        public sealed class InstanceNorm2d : InstanceNorm
        {
            internal InstanceNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
                ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
            {
            }

            protected override long GetNumberOfBatchDimensions() => 3;

            protected override void ValidateInputDimensions(Tensor input) => RequireDimensions(input, 3, 4);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Instance normalisation of (n, c, y, x) or (c, y, x).</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance before its root is taken.</param>
            /// <param name="momentum">The weight of a new batch in the running statistics.</param>
            /// <param name="affine">Whether there are weight and bias.</param>
            /// <param name="track_running_stats">Whether there are running statistics, which evaluation then uses.</param>
            /// <param name="device">Where the tensors are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.InstanceNorm2d InstanceNorm2d(long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = false,
                bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
