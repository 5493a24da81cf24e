namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>Sampling written out plainly, value by value: what the fast ways are held against.</summary>
internal static class Reference
{
    /// <summary>An image of arbitrary values, between 1 and 2.</summary>
    public static Image Random(int[] shape, ulong seed, Geometry? geometry = null)
    {
        var image = new SampleWorkspace().Allocate(shape, geometry: geometry);
        var random = new RandomStream(seed);
        foreach (ref var value in image.Pixels)
            value = (float)random.Uniform(1, 2);
        return image;
    }

    /// <summary>Every new voxel on its own, in float64.</summary>
    public static float[] Sample(Image image, SpatialChange change)
    {
        var output = change.Output;
        var result = new float[image.Channels * output.Width * output.Height * output.Depth];
        for (var i = 0; i < result.Length; i++)
        {
            var (x, y, z) = (i % output.Width, i / output.Width % output.Height, i / output.Width / output.Height % output.Depth);
            var map = change.Map;
            double Row(ReadOnlySpan<double> m, int row) => (m[row * 4] * x) + (m[(row * 4) + 1] * y) + (m[(row * 4) + 2] * z) + m[(row * 4) + 3];
            result[i] = (float)At(image, i / output.Width / output.Height / output.Depth, (Row(map, 0), Row(map, 1), Row(map, 2)), change);
        }

        return result;
    }

    private static double At(Image image, int channel, (double X, double Y, double Z) place, SpatialChange change)
    {
        var sum = 0.0;
        foreach (var (z, slice) in Taps(place.Z, change.Sampling))
        {
            foreach (var (y, row) in Taps(place.Y, change.Sampling))
            {
                foreach (var (x, column) in Taps(place.X, change.Sampling))
                    sum += slice * row * column * Voxel(image, channel, (x, y, z), change.Padding);
            }
        }

        return sum;
    }

    private static double Voxel(Image image, int channel, (int X, int Y, int Z) at, Padding padding)
    {
        var (x, y, z) = (Inside(at.X, image.Width, padding.Mode), Inside(at.Y, image.Height, padding.Mode), Inside(at.Z, image.Depth, padding.Mode));
        return x < 0 || y < 0 || z < 0 ? padding.Value : image.Channel(channel)[(((z * image.Height) + y) * image.Width) + x];
    }

    private static int Inside(int at, int size, PaddingMode mode)
    {
        while (at < 0 || at >= size)
        {
            if (mode == PaddingMode.Constant)
                return -1;
            if (mode == PaddingMode.Border || size == 1)
                return at < 0 ? 0 : size - 1;
            at = at < 0 ? -at : (2 * (size - 1)) - at;
        }

        return at;
    }

    private static IEnumerable<(int At, double Weight)> Taps(double position, Sampling sampling)
    {
        if (sampling == Sampling.Nearest)
            return [((int)Math.Floor(position + 0.5 + 1e-9), 1)];
        var low = (int)Math.Floor(position);
        return sampling == Sampling.Cubic
            ? Enumerable.Range(low - 1, 4).Select(at => (at, Keys(Math.Abs(position - at))))
            : [(low, 1 - (position - low)), (low + 1, position - low)];
    }

    // Keys (1981), equation 4 with a = -1/2.
    private static double Keys(double s) => s < 1 ? (1.5 * s * s * s) - (2.5 * s * s) + 1 : s < 2 ? (-0.5 * s * s * s) + (2.5 * s * s) - (4 * s) + 2 : 0;
}
