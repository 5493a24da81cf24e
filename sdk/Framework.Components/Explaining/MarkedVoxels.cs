namespace Framework.Components.Explaining;

/// <summary>Marked voxels of a volume, counted so that any box is answered at once: sums over all boxes that begin at the first voxel (Crow 1984).</summary>
internal sealed class MarkedVoxels
{
    private readonly (int Z, int Y, int X) _size;
    private readonly int[] _sums;

    /// <summary>Counts.</summary>
    /// <param name="marked">Row-major (z, y, x); above 0 where marked.</param>
    /// <param name="size">Voxels along each axis; 1 slice in 2-D.</param>
    public MarkedVoxels(ReadOnlySpan<float> marked, (int Z, int Y, int X) size)
    {
        _size = size;
        _sums = new int[(size.Z + 1) * (size.Y + 1) * (size.X + 1)];
        for (var i = 0; i < marked.Length; i++)
        {
            var (z, y, x) = PlaceOf(i);
            _sums[At(z + 1, y + 1, x + 1)] = (marked[i] > 0 ? 1 : 0)
                + _sums[At(z, y + 1, x + 1)] + _sums[At(z + 1, y, x + 1)] + _sums[At(z + 1, y + 1, x)]
                - _sums[At(z, y, x + 1)] - _sums[At(z, y + 1, x)] - _sums[At(z + 1, y, x)] + _sums[At(z, y, x)];
        }
    }

    /// <summary>The place of a voxel by its number.</summary>
    public (int Z, int Y, int X) PlaceOf(int voxel) => (voxel / _size.X / _size.Y, voxel / _size.X % _size.Y, voxel % _size.X);

    /// <summary>Whether a box has a marked voxel; what reaches beyond the volume has none.</summary>
    public bool MeetsBox((int Z, int Y, int X) start, (int Z, int Y, int X) size)
    {
        var (z0, z1) = Within(start.Z, size.Z, _size.Z);
        var (y0, y1) = Within(start.Y, size.Y, _size.Y);
        var (x0, x1) = Within(start.X, size.X, _size.X);
        return _sums[At(z1, y1, x1)] - _sums[At(z0, y1, x1)] - _sums[At(z1, y0, x1)] - _sums[At(z1, y1, x0)]
            + _sums[At(z0, y0, x1)] + _sums[At(z0, y1, x0)] + _sums[At(z1, y0, x0)] - _sums[At(z0, y0, x0)] > 0;
    }

    private static (int From, int To) Within(int start, int length, int size) => (Math.Clamp(start, 0, size), Math.Clamp(start + length, 0, size));

    private int At(int z, int y, int x) => (((z * (_size.Y + 1)) + y) * (_size.X + 1)) + x;
}
