using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator OpGridSampler = new("aten::grid_sampler");
            private static readonly Operator OpAffineGrid = new("aten::affine_grid_generator");

            /// <summary>Samples the input at the points of a grid.</summary>
            /// <param name="input">(n, c, y, x) or (n, c, z, y, x).</param>
            /// <param name="grid">(n, y, x, 2) or (n, z, y, x, 3): points as (x, y[, z]), -1 and 1 being the input's ends.</param>
            /// <param name="mode">How values between elements are made.</param>
            /// <param name="padding_mode">What stands outside the input.</param>
            /// <param name="align_corners">Whether the ends are the centres of the outermost elements; false and null: their outer edges.</param>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                const long bilinear = 0, nearest = 1;
                var outside = padding_mode switch { GridSamplePaddingMode.Border => 1L, GridSamplePaddingMode.Reflection => 2L, _ => 0L };
                return OpGridSampler.Call(input, grid, mode == GridSampleMode.Nearest ? nearest : bilinear, outside, align_corners ?? false);
            }

            /// <summary>The grid that an affine map makes of a regular one, for <see cref="grid_sample"/>.</summary>
            /// <param name="theta">The maps, (n, 2, 3) or (n, 3, 4).</param>
            /// <param name="size">The size to sample to: (n, c, y, x) or (n, c, z, y, x).</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the outermost elements instead of their outer edges.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                OpAffineGrid.Call(theta, size ?? throw new ArgumentNullException(nameof(size), "affine_grid needs the size to sample to."),
                    align_corners);
        }
    }
}
