namespace Framework.Sdk;

/// <summary>Copies voxels where each axis goes its own way: shifts by whole voxels, and the nearest voxel of other spacings.</summary>
internal static class IndexedCopy
{
    /// <summary>A change that moves whole voxels, some of them beyond the edge.</summary>
    public static void Shift(GridView view, SpatialChange change, Image result, SampleWorkspace workspace)
    {
        var (turned, shift) = view.Turn(change.Map);
        Apply(turned, shift, change.Padding, result, workspace);
    }

    /// <summary>The nearest voxel along each axis.</summary>
    public static void Scale(ViewSampling sampling, Image result, SampleWorkspace workspace) =>
        Apply(sampling.View, sampling.Map, sampling.Padding, result, workspace);

    private static void Apply(GridView view, ReadOnlySpan<double> map, Padding padding, Image result, SampleWorkspace workspace)
    {
        var columns = Index((result.Width, view.Size.X, view.Step.X), map[0], map[3], padding.Mode);
        var rows = Index((result.Height, view.Size.Y, view.Step.Y), map[5], map[7], padding.Mode);
        var slices = Index((result.Depth, view.Size.Z, view.Step.Z), map[10], map[11], padding.Mode);
        var (source, target) = (view.Image.Buffer, result.Buffer);
        var (width, height, depth) = (result.Width, result.Height, result.Depth);
        var run = Run(columns);
        workspace.Divide(depth * height * result.Channels, result.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var line = target.AsSpan(i * width, width);
                var (row, slice) = (rows[i % height], slices[i / height % depth]);
                if (row == Outside || slice == Outside)
                    line.Fill(padding.Value);
                else
                    Line(source.AsSpan(), view.First + (i / height / depth * view.ChannelStep) + row + slice, (columns, run), padding.Value, line);
            }
        });
    }

    private const int Outside = int.MinValue;

    // Where the values of each position begin.
    private static int[] Index((int To, int From, int Step) axis, double scale, double offset, PaddingMode padding)
    {
        var index = new int[axis.To];
        for (var i = 0; i < axis.To; i++)
        {
            var position = Interpolant.Fold(Interpolant.Nearest((scale * i) + offset), axis.From, padding);
            index[i] = position < 0 ? Outside : position * axis.Step;
        }

        return index;
    }

    // The longest beginning run of neighbours after what lies outside: most of a row, when blocks are cut out or padded.
    private static (int From, int To) Run(int[] columns)
    {
        var from = 0;
        while (from < columns.Length && columns[from] == Outside)
            from++;
        var to = Math.Min(from + 1, columns.Length);
        while (to < columns.Length && columns[to] == columns[to - 1] + 1)
            to++;
        return (from, to);
    }

    private static void Line(ReadOnlySpan<float> source, int start, (int[] Columns, (int From, int To) Run) index, float outside, Span<float> line)
    {
        var (columns, (from, to)) = index;
        line[..from].Fill(outside);
        if (to > from)
            source.Slice(start + columns[from], to - from).CopyTo(line[from..]);
        for (var x = to; x < line.Length; x++)
            line[x] = columns[x] == Outside ? outside : source[start + columns[x]];
    }
}
