namespace Framework.Components.Transforms;

/// <summary>Reads an image at the positions of a map, plane by plane; outside, the image goes on mirrored about its edge pixels.</summary>
internal static class PlaneSampling
{
    public static void Apply(Image from, Image to, PlaneMap map, bool nearest)
    {
        if (from.Length == 0)
            return;
        for (var y = 0; y < to.Height; y++)
        {
            for (var x = 0; x < to.Width; x++)
            {
                var u = (map.A * x) + (map.B * y) + map.C;
                var v = (map.D * x) + (map.E * y) + map.F;
                if (nearest)
                    Nearest(from, to, (y * to.Width) + x, u, v);
                else
                    Linear(from, to, (y * to.Width) + x, u, v);
            }
        }
    }

    private static void Nearest(Image from, Image to, int at, double u, double v)
    {
        var source = (Mirror((int)Math.Round(v), from.Height) * from.Width) + Mirror((int)Math.Round(u), from.Width);
        var plane = from.Width * from.Height;
        var pixels = from.Pixels;
        var results = to.Pixels;
        for (var start = 0; start < pixels.Length; start += plane)
            results[start + at] = pixels[start + source];
    }

    private static void Linear(Image from, Image to, int at, double u, double v)
    {
        var (left, top) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (x, y) = ((float)(u - left), (float)(v - top));
        var (x0, x1) = (Mirror(left, from.Width), Mirror(left + 1, from.Width));
        var (y0, y1) = (Mirror(top, from.Height) * from.Width, Mirror(top + 1, from.Height) * from.Width);
        var plane = from.Width * from.Height;
        var pixels = from.Pixels;
        var results = to.Pixels;
        for (var start = 0; start < pixels.Length; start += plane)
        {
            var upper = pixels[start + y0 + x0] + (x * (pixels[start + y0 + x1] - pixels[start + y0 + x0]));
            var lower = pixels[start + y1 + x0] + (x * (pixels[start + y1 + x1] - pixels[start + y1 + x0]));
            results[start + at] = upper + (y * (lower - upper));
        }
    }

    // reflect-101: ... 2 1 | 0 1 2 ... n-1 | n-2 ...
    private static int Mirror(int position, int size)
    {
        if ((uint)position < (uint)size)
            return position;
        if (size == 1)
            return 0;
        var period = 2 * (size - 1);
        position = ((position % period) + period) % period;
        return position < size ? position : period - position;
    }
}
