namespace Framework.Components.Transforms.Annotations;

/// <summary>Takes apart what thin bridges join, as osteophytes and a network's doubts join vertebral bodies.</summary>
internal static class BridgedParts
{
    /// <summary>The connected parts of one value once bridges thinner than twice the radius are cut; each pixel belongs to the part that it is joined to by the shortest way.</summary>
    /// <param name="mask">(1, y, x).</param>
    /// <param name="value">The value.</param>
    /// <param name="radius">Millimetres that are taken off all around to find the parts' cores. The image's edge takes nothing off.</param>
    public static IReadOnlyList<ConnectedPart> Of(Image mask, float value, double radius)
    {
        var values = Array.ConvertAll(mask.Pixels.ToArray(), own => own == value ? value : 0);
        var cores = ConnectedPart.Of(Cores(values, mask, radius), mask.Width, mask.Height);
        var pixels = cores.Select(core => core.Pixels.ToList()).ToList();
        foreach (var (part, pixel) in Grow(values, cores, mask.Width, mask.Height))
            pixels[part].Add(pixel);

        // What has no core is a part of its own, however thin.
        foreach (var pixel in pixels.SelectMany(own => own))
            values[pixel] = 0;
        return [.. pixels.Select(own => new ConnectedPart(value, own)), .. ConnectedPart.Of(values, mask.Width, mask.Height)];
    }

    private static float[] Cores(float[] values, Image mask, double radius)
    {
        var (x, y, _) = mask.Geometry.Spacing;
        var (across, down) = ((int)(radius / x), (int)(radius / y));
        var around = (from row in Enumerable.Range(-down, (2 * down) + 1)
                      from column in Enumerable.Range(-across, (2 * across) + 1)
                      where (column * x * column * x) + (row * y * row * y) <= radius * radius
                      select (Row: row, Column: column)).ToArray();
        bool IsInside(int row, int column) => row < 0 || column < 0 || row >= mask.Height || column >= mask.Width || values[(row * mask.Width) + column] != 0;
        return [.. values.Select((value, pixel) => value != 0 && Array.TrueForAll(around, step => IsInside((pixel / mask.Width) + step.Row, (pixel % mask.Width) + step.Column)) ? value : 0)];
    }

    // Layer by layer from all cores at once.
    private static List<(int Part, int Pixel)> Grow(float[] values, IReadOnlyList<ConnectedPart> cores, int width, int height)
    {
        var front = new Queue<(int Part, int Pixel)>(cores.SelectMany((core, part) => core.Pixels.Select(pixel => (part, pixel))));
        var (taken, grown) = (new HashSet<int>(cores.SelectMany(core => core.Pixels)), new List<(int, int)>());
        while (front.TryDequeue(out var at))
        {
            var (y, x) = Math.DivRem(at.Pixel, width);
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    var next = (row * width) + column;
                    if (values[next] == 0 || !taken.Add(next))
                        continue;
                    grown.Add((at.Part, next));
                    front.Enqueue((at.Part, next));
                }
            }
        }

        return grown;
    }
}
