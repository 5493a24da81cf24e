using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Batch normalisation of (n, c) or (n, c, x).</summary>
        public sealed class BatchNorm1d : BatchNorm
        {
            internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
                ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
            {
            }

            protected override void ValidateInputDimensions(Tensor input) => RequireDimensions(input, 2, 3);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of (n, c) or (n, c, x).</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance before its root is taken.</param>
            /// <param name="momentum">The weight of a new batch in the running statistics.</param>
            /// <param name="affine">Whether there are weight and bias.</param>
            /// <param name="track_running_stats">Whether there are running statistics; without them, evaluation too normalises by the batch.</param>
            /// <param name="device">Where the tensors are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
