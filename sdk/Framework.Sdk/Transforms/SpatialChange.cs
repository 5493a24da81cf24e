namespace Framework.Sdk;

/// <summary>The change from one grid to another: which place of the old grid each voxel of the new one shows.</summary>
/// <remarks>The new grid's geometry follows from the map, so that what a voxel shows lies where the geometry says.</remarks>
public sealed partial record SpatialChange
{
    // Voxels; far below what a value can show, far above what float64 loses on the way through the patient.
    private const double Tolerance = 1e-6;

    private readonly double[] _map;

    /// <summary>A change by a map.</summary>
    /// <param name="from">The old grid.</param>
    /// <param name="size">Columns, rows and slices of the new grid.</param>
    /// <param name="map">From the new grid's voxels to the old one's, row-major 4x4.</param>
    public SpatialChange(VoxelGrid from, (int X, int Y, int Z) size, ReadOnlySpan<double> map)
    {
        From = from;
        _map = Snap(map);
        Output = new VoxelGrid(from.Dimensions, size, from.Geometry.Compose(_map));
    }

    /// <summary>The old grid.</summary>
    public VoxelGrid From { get; }

    /// <summary>The new grid.</summary>
    public VoxelGrid Output { get; private init; }

    /// <summary>From the new grid's voxels to the old one's, row-major 4x4; what <see cref="Displacements"/> do comes on top.</summary>
    public ReadOnlySpan<double> Map => _map;

    /// <summary>How values between voxels are made. Default: linear.</summary>
    public Sampling Sampling { get; init; }

    /// <summary>What lies outside the old grid. Default: zero.</summary>
    public Padding Padding { get; init; }

    /// <summary>Displacements within the patient, in the order in which they were applied.</summary>
    public IReadOnlyList<Displacement> Displacements { get; init; } = [];

    /// <summary>Whether every new voxel is exactly an old one or lies outside: nothing is interpolated.</summary>
    public bool IsExact => Displacements.Count == 0 && IsSignedPermutation(_map);

    /// <summary>Whether nothing changes.</summary>
    public bool IsNone => IsExact && From.Size == Output.Size && From.Dimensions == Output.Dimensions && _map.AsSpan().SequenceEqual(Matrix4.Identity);

    /// <summary>Whether every new voxel lies on the old grid, at most half a voxel beyond its outermost centres.</summary>
    public bool StaysInside
    {
        get
        {
            if (Displacements.Count > 0)
                return false;
            var (low, high) = Reach();
            return low.X >= -0.5 - Tolerance && low.Y >= -0.5 - Tolerance && low.Z >= -0.5 - Tolerance
                && high.X <= From.Width - 0.5 + Tolerance && high.Y <= From.Height - 0.5 + Tolerance && high.Z <= From.Depth - 0.5 + Tolerance;
        }
    }

    /// <summary>This change of a volume, whose new grid is one slice, with a 2-D image as its result.</summary>
    public SpatialChange AsSlice() => this with { Output = Output with { Dimensions = 2 } };

    /// <summary>This change followed by another one, as one change from the first grid to the last.</summary>
    internal SpatialChange Then(SpatialChange next, Sampling sampling, Padding padding) =>
        new(From, next.Output.Size, Matrix4.Multiply(_map, next._map))
        {
            Sampling = sampling,
            Padding = padding,
            Displacements = [.. Displacements, .. next.Displacements],
        };

    private (VoxelPoint Low, VoxelPoint High) Reach()
    {
        Span<double> low = [_map[3], _map[7], _map[11]];
        Span<double> high = [_map[3], _map[7], _map[11]];
        ReadOnlySpan<int> last = [Output.Width - 1, Output.Height - 1, Output.Depth - 1];
        for (var row = 0; row < 3; row++)
        {
            for (var axis = 0; axis < 3; axis++)
            {
                var way = _map[(row * 4) + axis] * last[axis];
                low[row] += Math.Min(way, 0);
                high[row] += Math.Max(way, 0);
            }
        }

        return (new VoxelPoint(low[0], low[1], low[2]), new VoxelPoint(high[0], high[1], high[2]));
    }

    // Whole-voxel moves that went through the patient's millimetres come back as whole-voxel moves.
    private static double[] Snap(ReadOnlySpan<double> map)
    {
        var whole = new double[16];
        for (var i = 0; i < 16; i++)
        {
            whole[i] = Math.Round(map[i]);
            if (!(Math.Abs(map[i] - whole[i]) < Tolerance))
                return map.ToArray();
        }

        return IsSignedPermutation(whole) ? whole : map.ToArray();
    }

    private static bool IsSignedPermutation(ReadOnlySpan<double> map)
    {
        for (var row = 0; row < 3; row++)
        {
            var entries = 0;
            for (var axis = 0; axis < 3; axis++)
            {
                if (map[(row * 4) + axis] is not (0 or 1 or -1))
                    return false;
                entries += map[(row * 4) + axis] != 0 ? 1 : 0;
            }

            if (entries != 1 || map[(row * 4) + 3] != Math.Floor(map[(row * 4) + 3]))
                return false;
        }

        return Math.Abs(map[0] + map[4] + map[8]) == 1 && Math.Abs(map[1] + map[5] + map[9]) == 1;
    }
}
