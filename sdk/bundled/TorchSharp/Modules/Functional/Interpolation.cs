using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator[] Nearest = ByAxes("aten::upsample_nearest{0}d");
            private static readonly Operator[] NearestExact = ByAxes("aten::_upsample_nearest_exact{0}d");
            private static readonly Operator OpLinear1d = new("aten::upsample_linear1d", "vec");
            private static readonly Operator OpBilinear2d = new("aten::upsample_bilinear2d", "vec");
            private static readonly Operator OpBilinear2dSmooth = new("aten::_upsample_bilinear2d_aa", "vec");
            private static readonly Operator OpBicubic2d = new("aten::upsample_bicubic2d", "vec");
            private static readonly Operator OpBicubic2dSmooth = new("aten::_upsample_bicubic2d_aa", "vec");
            private static readonly Operator OpTrilinear3d = new("aten::upsample_trilinear3d", "vec");

            private static Operator[] ByAxes(string name) => [.. Enumerable.Range(1, 3).Select(axes => new Operator(string.Format(null, name, axes), "vec"))];

            /// <summary>Resizes the spatial axes of (n, c, axes...).</summary>
            /// <param name="x">What is resized.</param>
            /// <param name="size">The new size along each spatial axis, or one for all; either this or the factor.</param>
            /// <param name="scale_factor">The new size over the old along each spatial axis, or one for all; the size is rounded down.</param>
            /// <param name="mode">How values between elements are made; linear for 1, bilinear and bicubic for 2, trilinear for 3 axes.</param>
            /// <param name="align_corners">For linear to trilinear modes: true maps the corner elements' centres on each other, false (and null)
            /// their corners.</param>
            /// <param name="recompute_scale_factor">Whether the rounded new size, not the factor, determines where values are taken.</param>
            /// <param name="antialias">For bilinear and bicubic: whether several elements are averaged when the size shrinks.</param>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var resizing = Resizing.Of(x, size, scale_factor);
                if (recompute_scale_factor || mode == InterpolationMode.Area)
                    resizing = resizing.BySize();
                RequireMode(mode, align_corners, antialias, resizing.Axes);
                return Interpolate(x, resizing, mode, align_corners ?? false, antialias);
            }

            private static Tensor Interpolate(Tensor x, Resizing to, InterpolationMode mode, bool align, bool antialias) => mode switch
            {
                InterpolationMode.Nearest => Nearest[to.Axes - 1].Call(x, to.Size, to.Factor),
                InterpolationMode.NearestExact => NearestExact[to.Axes - 1].Call(x, to.Size, to.Factor),
                InterpolationMode.Area => Area(x, to.Size!),
                InterpolationMode.Linear => OpLinear1d.Call(x, to.Size, align, to.Factor),
                InterpolationMode.Bilinear => (antialias ? OpBilinear2dSmooth : OpBilinear2d).Call(x, to.Size, align, to.Factor),
                InterpolationMode.Bicubic => (antialias ? OpBicubic2dSmooth : OpBicubic2d).Call(x, to.Size, align, to.Factor),
                _ => OpTrilinear3d.Call(x, to.Size, align, to.Factor),
            };

            private static Tensor Area(Tensor x, long[] size) => size.Length switch
            {
                1 => adaptive_avg_pool1d(x, size[0]),
                2 => adaptive_avg_pool2d(x, size),
                _ => adaptive_avg_pool3d(x, size),
            };

            private static void RequireMode(InterpolationMode mode, bool? align_corners, bool antialias, int axes)
            {
                var wanted = mode switch
                {
                    InterpolationMode.Linear => 1,
                    InterpolationMode.Bilinear or InterpolationMode.Bicubic => 2,
                    InterpolationMode.Trilinear => 3,
                    _ => 0,
                };
                if (wanted == 0 && align_corners is not null)
                    throw new ArgumentException($"Interpolation {mode} has no align_corners. Leave it out, or use a linear or cubic mode.");
                if (wanted != 0 && wanted != axes)
                    throw new ArgumentException($"Interpolation {mode} is for {wanted} spatial axes; the input has {axes}.");
                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                    throw new ArgumentException($"Interpolation {mode} has no antialias. Use Bilinear or Bicubic.");
            }
        }
    }
}
