using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Resizes the spatial axes of (n, c, axes...).</summary>
        public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
        {
            private readonly long[]? _size;
            private readonly double[]? _scaleFactor;

            internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
                : base(nameof(Upsample))
            {
                _size = size;
                _scaleFactor = scale_factor;
                this.mode = mode;
                this.align_corners = align_corners;
                this.recompute_scale_factor = recompute_scale_factor;
            }

            /// <summary>The new size along each spatial axis; empty where the factor says it.</summary>
            public ReadOnlySpan<long> size => _size;

            /// <summary>The new size over the old along each spatial axis; empty where the size is given.</summary>
            public ReadOnlySpan<double> scale_factor => _scaleFactor;

            /// <summary>How values between elements are made.</summary>
            public UpsampleMode mode { get; }

            /// <summary>Whether the corner elements' centres are mapped on each other, not their corners.</summary>
            public bool? align_corners { get; }

            /// <summary>Whether the rounded new size, not the factor, determines where values are taken.</summary>
            public bool? recompute_scale_factor { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.interpolate(
                input, _size, _scaleFactor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that resizes the spatial axes of (n, c, axes...).</summary>
            /// <param name="size">The new size along each spatial axis; either this or the factor.</param>
            /// <param name="scale_factor">The new size over the old along each spatial axis.</param>
            /// <param name="mode">How values between elements are made.</param>
            /// <param name="align_corners">For linear to trilinear modes, whether the corner elements' centres are mapped on each other.</param>
            /// <param name="recompute_scale_factor">Whether the rounded new size, not the factor, determines where values are taken.</param>
            public static Modules.Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool? align_corners = null, bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}
