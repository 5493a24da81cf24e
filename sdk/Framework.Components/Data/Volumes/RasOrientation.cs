namespace Framework.Components.Data.Volumes;

/// <summary>Turns volumes so that x, y and z rise towards the patient's right, front and head, by reversing and exchanging axes: no voxel is interpolated.</summary>
public static class RasOrientation
{
    private static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    /// <summary>The volume in the order of axes that is nearest to RAS+.</summary>
    /// <param name="volume">(channel, z, y, x).</param>
    /// <param name="workspace">Where the turned voxels go.</param>
    /// <returns>The same voxels at the same millimetres: the affine moves with them. The volume itself where it is in that order already.</returns>
    public static Image Of(Image volume, SampleWorkspace workspace)
    {
        if (volume.Dimensions != 3)
            throw new ArgumentException("A volume of shape (channel, z, y, x) is turned; a slice has no third axis.", nameof(volume));
        var axes = Axes(volume.Geometry);
        if (axes is [(0, false), (1, false), (2, false)])
            return volume;
        ReadOnlySpan<int> sizes = [volume.Width, volume.Height, volume.Depth];
        var (x, y, z) = (sizes[axes[0].From], sizes[axes[1].From], sizes[axes[2].From]);
        var result = workspace.Allocate([volume.Channels, z, y, x], volume, volume.Geometry.Compose(Map(axes, sizes)));
        for (var channel = 0; channel < volume.Channels; channel++)
            Copy(volume.Channel(channel), result.Channel(channel), Walk.Of(axes, sizes));
        return result;
    }

    /// <summary>For right, front and head in turn: which axis of the volume runs there, and whether it runs the other way.</summary>
    private static (int From, bool Reversed)[] Axes(Geometry geometry)
    {
        var affine = geometry.Affine.ToArray();
        var (x, y, z) = geometry.Spacing;
        double[] lengths = [x, y, z];
        double Cosine(int row, int axis) => affine[(row * 4) + axis] / lengths[axis];
        var order = Orders.MaxBy(order => Enumerable.Range(0, 3).Sum(row => Math.Abs(Cosine(row, order[row]))))!;
        return [.. order.Select((axis, row) => (axis, Cosine(row, axis) < 0))];
    }

    /// <summary>From the new grid's voxels to the old one's.</summary>
    private static double[] Map((int From, bool Reversed)[] axes, ReadOnlySpan<int> sizes)
    {
        var map = new double[16];
        for (var to = 0; to < 3; to++)
        {
            var (from, reversed) = axes[to];
            map[(from * 4) + to] = reversed ? -1 : 1;
            map[(from * 4) + 3] = reversed ? sizes[from] - 1 : 0;
        }

        map[15] = 1;
        return map;
    }

    private static void Copy(ReadOnlySpan<float> from, Span<float> to, Walk walk)
    {
        var at = 0;
        for (var z = 0; z < walk.Sizes[2]; z++)
        {
            for (var y = 0; y < walk.Sizes[1]; y++)
            {
                var source = walk.Start + (z * walk.Steps[2]) + (y * walk.Steps[1]);
                for (var x = 0; x < walk.Sizes[0]; x++, source += walk.Steps[0])
                    to[at++] = from[source];
            }
        }
    }

    /// <summary>How the old voxels are visited in the order of the new ones.</summary>
    private readonly record struct Walk(int Start, int[] Steps, int[] Sizes)
    {
        public static Walk Of((int From, bool Reversed)[] axes, ReadOnlySpan<int> sizes)
        {
            int[] strides = [1, sizes[0], sizes[0] * sizes[1]];
            var start = 0;
            var (steps, lengths) = (new int[3], new int[3]);
            for (var to = 0; to < 3; to++)
            {
                var (from, reversed) = axes[to];
                lengths[to] = sizes[from];
                steps[to] = reversed ? -strides[from] : strides[from];
                start += reversed ? strides[from] * (sizes[from] - 1) : 0;
            }

            return new Walk(start, steps, lengths);
        }
    }
}
