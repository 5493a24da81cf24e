namespace Framework.Components.Tests.Data.Series;

/// <summary>Takes places of one scan to those of another: stretched about a centre, turned about x, y and z in that order, then shifted.</summary>
/// <param name="Degrees">About the patient's axes through the origin.</param>
/// <param name="Shift">Millimetres.</param>
internal sealed record HeadMotion((double X, double Y, double Z) Degrees, (double X, double Y, double Z) Shift)
{
    public (double X, double Y, double Z) Stretch { get; init; } = (1, 1, 1);

    public PatientPoint Centre { get; init; }

    public PatientPoint Apply(PatientPoint place)
    {
        var (x, y, z) = (Centre.X + ((place.X - Centre.X) * Stretch.X), Centre.Y + ((place.Y - Centre.Y) * Stretch.Y), Centre.Z + ((place.Z - Centre.Z) * Stretch.Z));
        (y, z) = Turn(y, z, Degrees.X);
        (z, x) = Turn(z, x, Degrees.Y);
        (x, y) = Turn(x, y, Degrees.Z);
        return new PatientPoint(x + Shift.X, y + Shift.Y, z + Shift.Z);
    }

    /// <summary>How alike two scans are once the first is moved: the correlation over all its voxels that come to lie within the second.</summary>
    public double Likeness(Image moved, Image still)
    {
        var (n, a, b, aa, bb, ab) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < moved.Length; i += 5)
        {
            var from = new VoxelPoint(i % moved.Width, i / moved.Width % moved.Height, i / (moved.Width * moved.Height));
            if (Between(still, still.Geometry.ToVoxel(Apply(moved.Geometry.ToPatient(from)))) is not { } q)
                continue;
            var p = (double)moved.Pixels[i];
            (n, a, b, aa, bb, ab) = (n + 1, a + p, b + q, aa + (p * p), bb + (q * q), ab + (p * q));
        }

        Assert.True(n > 30_000, $"{n} voxels lie in both");
        return ((n * ab) - (a * b)) / Math.Sqrt(((n * aa) - (a * a)) * ((n * bb) - (b * b)));
    }

    private static (double, double) Turn(double a, double b, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return ((a * cos) - (b * sin), (a * sin) + (b * cos));
    }

    private static double? Between(Image image, VoxelPoint at)
    {
        var (x, y, z) = ((int)Math.Floor(at.X), (int)Math.Floor(at.Y), (int)Math.Floor(at.Z));
        if (x < 0 || y < 0 || z < 0 || x + 1 >= image.Width || y + 1 >= image.Height || z + 1 >= image.Depth)
            return null;
        var sum = 0.0;
        for (var corner = 0; corner < 8; corner++)
        {
            var (i, j, k) = (corner & 1, (corner >> 1) & 1, corner >> 2);
            sum += Share(at.X - x, i) * Share(at.Y - y, j) * Share(at.Z - z, k) * image.Pixels[((((z + k) * image.Height) + y + j) * image.Width) + x + i];
        }

        return sum;
    }

    private static double Share(double past, int upper) => upper == 1 ? past : 1 - past;
}
