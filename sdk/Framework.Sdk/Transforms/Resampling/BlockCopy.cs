namespace Framework.Sdk;

/// <summary>Lays a view out as an image.</summary>
internal static class BlockCopy
{
    // Tiles of 4 KiB on either side stay in the first-level cache while axes are swapped.
    private const int Tile = 32;

    public static void Apply(GridView view, Image result, SampleWorkspace workspace)
    {
        var (source, target) = (view.Image.Buffer, result.Buffer);
        var (width, height, depth) = view.Size;
        var plane = width * height;
        workspace.Divide(depth * result.Channels, result.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var start = view.First + (i / depth * view.ChannelStep) + (i % depth * view.Step.Z);
                var slice = target.AsSpan(i * plane, plane);
                if (view.Step.X == 1)
                    Rows(source, start, view, slice);
                else
                    Tiles(source, start, view, slice);
            }
        });
    }

    private static void Rows(float[] source, int start, GridView view, Span<float> slice)
    {
        for (var y = 0; y < view.Size.Y; y++)
            source.AsSpan(start + (y * view.Step.Y), view.Size.X).CopyTo(slice[(y * view.Size.X)..]);
    }

    private static void Tiles(float[] source, int start, GridView view, Span<float> slice)
    {
        var (width, height, _) = view.Size;
        for (var top = 0; top < height; top += Tile)
        {
            for (var left = 0; left < width; left += Tile)
            {
                for (var y = top; y < Math.Min(top + Tile, height); y++)
                {
                    var at = start + (y * view.Step.Y) + (left * view.Step.X);
                    foreach (ref var value in slice.Slice((y * width) + left, Math.Min(Tile, width - left)))
                    {
                        value = source[at];
                        at += view.Step.X;
                    }
                }
            }
        }
    }
}
