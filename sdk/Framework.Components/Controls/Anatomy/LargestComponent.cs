namespace Framework.Components.Controls;

/// <summary>Keeps the largest part of a mask whose voxels touch by their faces.</summary>
internal static class LargestComponent
{
    /// <param name="mask">In the order (z, y, x).</param>
    /// <param name="width">Along x.</param>
    /// <param name="height">Along y.</param>
    /// <param name="depth">Along z.</param>
    public static bool[] Of(bool[] mask, int width, int height, int depth)
    {
        var part = new int[mask.Length]; // 0: not visited
        var (parts, largest, size) = (0, 0, 0);
        var open = new Stack<int>();
        for (var start = 0; start < mask.Length; start++)
        {
            if (!mask[start] || part[start] != 0)
                continue;
            part[start] = ++parts;
            open.Push(start);
            var count = 0;
            while (open.TryPop(out var at))
            {
                count++;
                var (z, inSlice) = Math.DivRem(at, width * height);
                var (y, x) = Math.DivRem(inSlice, width);
                Visit(x > 0, at - 1);
                Visit(x < width - 1, at + 1);
                Visit(y > 0, at - width);
                Visit(y < height - 1, at + width);
                Visit(z > 0, at - (width * height));
                Visit(z < depth - 1, at + (width * height));
            }

            if (count > size)
                (largest, size) = (parts, count);
        }

        return Array.ConvertAll(part, one => one != 0 && one == largest);

        void Visit(bool exists, int at)
        {
            if (!exists || !mask[at] || part[at] != 0)
                return;
            part[at] = parts;
            open.Push(at);
        }
    }
}
