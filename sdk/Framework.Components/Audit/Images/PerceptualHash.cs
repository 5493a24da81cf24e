namespace Framework.Components.Audit;

/// <summary>The lowest frequencies of a thumbnail's cosine transform, each above or below their median.</summary>
internal static class PerceptualHash
{
    public static ulong Of(double[] means, (int X, int Y, int Z) size, (int X, int Y, int Z) frequencies)
    {
        var (x, y, z) = (Waves(size.X, frequencies.X), Waves(size.Y, frequencies.Y), Waves(size.Z, frequencies.Z));
        var coefficients = new List<double>(64);
        for (var w = 0; w < frequencies.Z; w++)
        {
            for (var v = 0; v < frequencies.Y; v++)
            {
                for (var u = 0; u < frequencies.X; u++)
                    coefficients.Add(Project(means, size, x[u], y[v], z[w]));
            }
        }

        // The first is the mean, which says nothing of what is on the image.
        var median = coefficients.Skip(1).Order().ElementAt((coefficients.Count - 1) / 2);
        ulong bits = 0;
        for (var i = 1; i < coefficients.Count; i++)
            bits |= coefficients[i] > median ? 1UL << i : 0;
        return bits;
    }

    private static double Project(double[] means, (int X, int Y, int Z) size, double[] x, double[] y, double[] z)
    {
        var sum = 0.0;
        for (var slice = 0; slice < size.Z; slice++)
        {
            for (var line = 0; line < size.Y; line++)
            {
                var row = 0.0;
                for (var at = 0; at < size.X; at++)
                    row += x[at] * means[(((slice * size.Y) + line) * size.X) + at];
                sum += z[slice] * y[line] * row;
            }
        }

        return sum;
    }

    private static double[][] Waves(int size, int count) =>
        [.. Enumerable.Range(0, count).Select(k => Enumerable.Range(0, size).Select(i => Math.Cos(Math.PI * k * (i + 0.5) / size)).ToArray())];
}
