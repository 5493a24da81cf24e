namespace Framework.Sdk;

/// <summary>Sampling along slanted lines: the inside of each row by vectors, its edges voxel by voxel.</summary>
internal static class AffineSampling
{
    public static void Apply(ViewSampling of, Image result, SampleWorkspace workspace)
    {
        var target = result.Buffer;
        var (width, height, depth) = (result.Width, result.Height, result.Depth);
        workspace.Divide(depth * height * result.Channels, result.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var line = SampledLine.Of(of.Map, i % height, i / height % depth);
                Row(of, of.View.First + (i / height / depth * of.View.ChannelStep), line, target.AsSpan(i * width, width));
            }
        });
    }

    private static void Row(ViewSampling of, int start, SampledLine line, Span<float> row)
    {
        var values = of.View.Image.Buffer;
        var (first, last) = of.Padding.Mode == PaddingMode.Constant ? line.Within(of.View.Size, of.Margin, row.Length) : (0, row.Length);
        row[..first].Fill(of.Padding.Value);
        row[last..].Fill(of.Padding.Value);
        var (from, to) = Inside(of, line, row.Length);
        if (to <= from)
            (from, to) = (first, first);
        for (var x = first; x < from; x++)
            row[x] = of.At(values, start, line.At(x));
        if (of.Sampling == Sampling.Nearest)
            Nearest(of.View, start, line, from, row[from..to]);
        else if (to > from)
            LinearKernel.Apply(of.View, start, line, from, row[from..to]);
        for (var x = to; x < last; x++)
            row[x] = of.At(values, start, line.At(x));
    }

    // What the vectors can do; nothing where there are too few voxels for them, or four of them count along each axis.
    private static (int From, int To) Inside(ViewSampling of, SampledLine line, int width)
    {
        if (of.Sampling == Sampling.Nearest)
            return line.Within(of.View.Size, 0, width);
        var (_, height, depth) = of.View.Size;
        var isTooFlat = of.View.Size.X < 2 || height < 2 || (depth < 2 && !line.IsInSlice);
        var (from, to) = of.Sampling == Sampling.Cubic || isTooFlat ? (0, 0) : line.Within(of.View.Size, 0, width);
        return to - from >= LinearKernel.Block ? (from, to) : (0, 0);
    }

    private static void Nearest(GridView view, int start, SampledLine line, int from, Span<float> row)
    {
        var values = view.Image.Buffer;
        var (width, height, depth) = (view.Size.X - 1, view.Size.Y - 1, view.Size.Z - 1);
        for (var i = 0; i < row.Length; i++)
        {
            var (x, y, z) = line.At(from + i);
            var (column, rank, slice) = (Math.Clamp(Interpolant.Nearest(x), 0, width), Math.Clamp(Interpolant.Nearest(y), 0, height), Math.Clamp(Interpolant.Nearest(z), 0, depth));
            row[i] = values[start + (column * view.Step.X) + (rank * view.Step.Y) + (slice * view.Step.Z)];
        }
    }
}
