namespace Framework.Components.Audit;

/// <summary>An image as few means over blocks of its voxels.</summary>
internal static class Thumbnails
{
    /// <summary>The means in the order (z, y, x); a block takes in every voxel it covers at least in part, by its share.</summary>
    public static double[] Means(Image image, (int X, int Y, int Z) size)
    {
        var (x, y, z) = (Shares(image.Width, size.X), Shares(image.Height, size.Y), Shares(image.Depth, size.Z));
        var means = new double[size.X * size.Y * size.Z];
        var row = new double[size.X];
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var values = image.Channel(channel);
            for (var slice = 0; slice < image.Depth; slice++)
            {
                for (var line = 0; line < image.Height; line++)
                {
                    Reduce(values.Slice(((slice * image.Height) + line) * image.Width, image.Width), x, row);
                    foreach (var (toZ, shareZ) in z[slice])
                    {
                        foreach (var (toY, shareY) in y[line])
                        {
                            for (var at = 0; at < size.X; at++)
                                means[(((toZ * size.Y) + toY) * size.X) + at] += shareZ * shareY * row[at];
                        }
                    }
                }
            }
        }

        return means;
    }

    /// <summary>The mean rank of each value among all, scaled to 0 to 255.</summary>
    public static byte[] Ranks(double[] values) =>
        Array.ConvertAll(MidRanks.Of(values), rank => (byte)Math.Round((rank - 1) / Math.Max(1, values.Length - 1) * 255));

    private static void Reduce(ReadOnlySpan<float> line, (int To, double Share)[][] shares, double[] row)
    {
        Array.Clear(row);
        for (var i = 0; i < line.Length; i++)
        {
            foreach (var (to, share) in shares[i])
                row[to] += float.IsFinite(line[i]) ? share * line[i] : 0;
        }
    }

    /// <summary>To which blocks each voxel of an axis belongs, and which share of the block's mean it is.</summary>
    private static (int To, double Share)[][] Shares(int from, int to)
    {
        var shares = new List<(int, double)>[from];
        for (var i = 0; i < from; i++)
            shares[i] = [];
        var width = (double)from / to;
        for (var block = 0; block < to; block++)
        {
            var (start, end) = (block * width, (block + 1) * width);
            for (var i = (int)start; i < Math.Min(from, Math.Ceiling(end - 1e-9)); i++)
                shares[i].Add((block, (Math.Min(end, i + 1) - Math.Max(start, i)) / width));
        }

        return Array.ConvertAll(shares, list => list.ToArray());
    }
}
