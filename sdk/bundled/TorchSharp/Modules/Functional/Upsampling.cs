namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes the spatial axes of (n, c, axes...); <see cref="interpolate"/> has more modes.</summary>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                Upsampled(input, size, scale_factor, mode, align_corners);

            internal static Tensor Upsampled(Tensor input, long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Resizes the spatial axes, taking the nearest element.</summary>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                Nearest[0].Call(input, outputSize is { } size ? new[] { size } : null, scaleFactor is { } factor ? new[] { factor } : null);

            /// <summary>Resizes (n, c, y, x), taking the nearest element.</summary>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Nearest[1].Call(input, outputSizes, scaleFactors);

            /// <summary>Resizes (n, c, z, y, x), taking the nearest element.</summary>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Nearest[2].Call(input, outputSizes, scaleFactors);
        }
    }
}
