namespace Framework.Components.Transforms.Annotations;

/// <summary>A connected part of a slice's mask: pixels of one value that touch at a side or corner.</summary>
/// <param name="Value">Their value.</param>
/// <param name="Pixels">Their numbers, row-major.</param>
internal sealed record ConnectedPart(float Value, IReadOnlyList<int> Pixels)
{
    /// <summary>The parts of all values but 0, in the order of their first pixel.</summary>
    /// <param name="mask">(1, y, x).</param>
    public static IReadOnlyList<ConnectedPart> Of(Image mask) => Of(mask.Pixels.ToArray(), mask.Width, mask.Height);

    /// <summary>The parts of all values but 0, in the order of their first pixel.</summary>
    /// <param name="values">Row-major.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    public static IReadOnlyList<ConnectedPart> Of(float[] values, int width, int height)
    {
        var seen = new bool[values.Length];
        var parts = new List<ConnectedPart>();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0 && !seen[i])
                parts.Add(new ConnectedPart(values[i], Fill(values, seen, i, width, height)));
        }

        return parts;
    }

    /// <summary>All pixels of each value but 0 as one part, whether they touch or not, in the order of their first pixel.</summary>
    /// <param name="mask">(1, y, x).</param>
    public static IReadOnlyList<ConnectedPart> OfValues(Image mask)
    {
        var values = mask.Pixels.ToArray();
        return [.. Enumerable.Range(0, values.Length).Where(i => values[i] != 0).GroupBy(i => values[i]).Select(part => new ConnectedPart(part.Key, [.. part]))];
    }

    /// <summary>The smallest box around it.</summary>
    /// <param name="width">Pixels of a row.</param>
    public VoxelBox Bounds(int width) => new(
        new VoxelPoint(Pixels.Min(pixel => pixel % width), Pixels.Min(pixel => pixel / width), 0),
        new VoxelPoint(Pixels.Max(pixel => pixel % width) + 1, Pixels.Max(pixel => pixel / width) + 1, 1));

    private static List<int> Fill(float[] values, bool[] seen, int start, int width, int height)
    {
        var pixels = new List<int> { start };
        seen[start] = true;
        for (var at = 0; at < pixels.Count; at++)
        {
            var (y, x) = Math.DivRem(pixels[at], width);
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    var next = (row * width) + column;
                    if (seen[next] || values[next] != values[start])
                        continue;
                    seen[next] = true;
                    pixels.Add(next);
                }
            }
        }

        return pixels;
    }
}
