namespace Framework.Plugins.Sih.Slices;

/// <summary>How far below the skin each pixel of a slice lies.</summary>
internal static class HeadDepth
{
    /// <summary>Millimetres to the nearest pixel outside of the head; 0 outside.</summary>
    /// <remarks>The head is what lies between foreground on both sides in its row and in its column. Distances run along rows, columns and diagonals (chamfer).</remarks>
    public static float[] Of(ReadOnlySpan<float> slice, int width, int height, float threshold, (double X, double Y) pixel)
    {
        var depth = new float[width * height];
        Array.Fill(depth, float.MaxValue);
        Empty(slice, depth, threshold, lines: height, length: width, step: 1, stride: width);
        Empty(slice, depth, threshold, lines: width, length: height, step: width, stride: 1);
        var (x, y) = ((float)pixel.X, (float)pixel.Y);
        var diagonal = MathF.Sqrt((x * x) + (y * y));
        for (var i = 0; i < depth.Length; i++)
            depth[i] = Least(depth, i, width, height, (x, y, diagonal), -1);
        for (var i = depth.Length - 1; i >= 0; i--)
            depth[i] = Least(depth, i, width, height, (x, y, diagonal), 1);
        return depth;
    }

    // Sets what lies outside of the first and the last foreground pixel of each line to 0.
    private static void Empty(ReadOnlySpan<float> slice, float[] depth, float threshold, int lines, int length, int step, int stride)
    {
        for (var line = 0; line < lines; line++)
        {
            var (from, to) = (0, length - 1);
            while (from < length && slice[(line * stride) + (from * step)] <= threshold)
                depth[(line * stride) + (from++ * step)] = 0;
            while (to > from && slice[(line * stride) + (to * step)] <= threshold)
                depth[(line * stride) + (to-- * step)] = 0;
        }
    }

    // The least way to the outside over the neighbours that this pass has seen. Beyond the picture is outside.
    private static float Least(float[] depth, int at, int width, int height, (float X, float Y, float Diagonal) way, int side)
    {
        var (y, x) = Math.DivRem(at, width);
        var (row, column) = (y + side, x + side);
        var isRow = row >= 0 && row < height;
        var isColumn = column >= 0 && column < width;
        var best = Math.Min(depth[at], Math.Min(isColumn ? depth[at + side] + way.X : way.X, isRow ? depth[at + (side * width)] + way.Y : way.Y));
        for (var dx = -1; isRow && dx <= 1; dx += 2)
        {
            if (x + dx >= 0 && x + dx < width)
                best = Math.Min(best, depth[at + (side * width) + dx] + way.Diagonal);
        }

        return best;
    }
}
