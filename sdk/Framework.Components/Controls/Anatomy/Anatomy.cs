namespace Framework.Components.Controls;

/// <summary>Where the patient is on an image: the largest connected part above a threshold, without holes.</summary>
internal static class Anatomy
{
    /// <summary>True for each voxel of the anatomy, in the order (z, y, x).</summary>
    /// <param name="image">Its first channel counts.</param>
    /// <param name="threshold">Values above it can be anatomy; Otsu's where null.</param>
    /// <param name="keepAll">Whether every part counts, not the largest alone.</param>
    public static bool[] Of(Image image, double? threshold, bool keepAll = false)
    {
        var values = image.Channel(0);
        var limit = threshold ?? OtsuThreshold.Of(values);
        var inside = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
            inside[i] = values[i] > limit;
        if (keepAll)
            return inside;
        inside = LargestComponent.Of(inside, image.Width, image.Height, image.Depth);
        var slice = image.Width * image.Height;
        for (var z = 0; z < image.Depth; z++)
            Fill(inside.AsSpan(z * slice, slice), image.Width, image.Height);
        return inside;
    }

    /// <summary>The median of the values that are no anatomy; the lowest value where all are.</summary>
    public static float MedianOutside(ReadOnlySpan<float> values, bool[] anatomy)
    {
        var outside = new List<float>();
        var lowest = float.PositiveInfinity;
        for (var i = 0; i < values.Length; i++)
        {
            lowest = Math.Min(lowest, values[i]);
            if (!anatomy[i])
                outside.Add(values[i]);
        }

        outside.Sort();
        return outside.Count == 0 ? lowest : outside[outside.Count / 2];
    }

    /// <summary>Adds what lies between the anatomy's edges both along its row and along its column.</summary>
    private static void Fill(Span<bool> slice, int width, int height)
    {
        var rows = new (int First, int Last)[height];
        var columns = new (int First, int Last)[width];
        Array.Fill(rows, (int.MaxValue, -1));
        Array.Fill(columns, (int.MaxValue, -1));
        for (var i = 0; i < slice.Length; i++)
        {
            if (!slice[i])
                continue;
            var (y, x) = Math.DivRem(i, width);
            rows[y] = (Math.Min(rows[y].First, x), Math.Max(rows[y].Last, x));
            columns[x] = (Math.Min(columns[x].First, y), Math.Max(columns[x].Last, y));
        }

        for (var i = 0; i < slice.Length; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            slice[i] |= x >= rows[y].First && x <= rows[y].Last && y >= columns[x].First && y <= columns[x].Last;
        }
    }
}
