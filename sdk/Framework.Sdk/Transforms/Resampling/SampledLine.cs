namespace Framework.Sdk;

/// <summary>Where the voxels of one new row lie in a view: a straight line of places.</summary>
internal readonly record struct SampledLine((double X, double Y, double Z) Start, (double X, double Y, double Z) Step)
{
    // Voxels. Places that rounding has brought beyond the edge are brought back by whoever reads.
    private const double Tolerance = 1e-7;

    public static SampledLine Of(ReadOnlySpan<double> map, int row, int slice) => new(Matrix4.Apply(map, 0, row, slice), (map[0], map[4], map[8]));

    public (double X, double Y, double Z) At(int x) => (Start.X + (x * Step.X), Start.Y + (x * Step.Y), Start.Z + (x * Step.Z));

    /// <summary>Whether all places lie in one slice of the view.</summary>
    public bool IsInSlice => Step.Z == 0 && Math.Abs(Start.Z - Math.Round(Start.Z)) < Tolerance;

    /// <summary>The voxels of the row whose places lie between two margins: from voxel centres <paramref name="margin"/> below the first to the same above the last.</summary>
    public (int From, int To) Within((int X, int Y, int Z) size, double margin, int width)
    {
        var (low, high) = (0.0, width - 1.0);
        Limit(Start.X, Step.X, size.X, margin, ref low, ref high);
        Limit(Start.Y, Step.Y, size.Y, margin, ref low, ref high);
        Limit(Start.Z, Step.Z, size.Z, margin, ref low, ref high);
        var from = (int)Math.Ceiling(Math.Clamp(low, 0, width));
        var to = (int)Math.Floor(Math.Clamp(high, -1, width - 1)) + 1;
        return (from, Math.Max(from, to));
    }

    private static void Limit(double start, double step, int size, double margin, ref double low, ref double high)
    {
        var (first, last) = (-margin - Tolerance - start, size - 1 + margin + Tolerance - start);
        if (step == 0)
        {
            if (first > 0 || last < 0)
                high = -1;
            return;
        }

        low = Math.Max(low, Math.Min(first / step, last / step));
        high = Math.Min(high, Math.Max(first / step, last / step));
    }
}
