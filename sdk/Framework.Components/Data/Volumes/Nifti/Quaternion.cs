namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>Rotations as NIfTI's qform has them: a unit quaternion whose first part is not negative.</summary>
internal static class Quaternion
{
    /// <summary>What float32 cannot tell from no first part at all: the square of 0.0003.</summary>
    private const double Nothing = 1e-7;

    /// <summary>The rotation, row-major 3x3.</summary>
    public static double[] ToMatrix(double w, double x, double y, double z)
    {
        var scale = 2 / ((w * w) + (x * x) + (y * y) + (z * z));
        var (sx, sy, sz) = (x * scale, y * scale, z * scale);
        return
        [
            1 - ((y * sy) + (z * sz)), (x * sy) - (w * sz), (x * sz) + (w * sy),
            (x * sy) + (w * sz), 1 - ((x * sx) + (z * sz)), (y * sz) - (w * sx),
            (x * sz) - (w * sy), (y * sz) + (w * sx), 1 - ((x * sx) + (y * sy)),
        ];
    }

    /// <summary>b, c and d of a rotation, row-major 3x3 with determinant 1. Shepperd's method: the greatest part first, for its precision.</summary>
    public static (double B, double C, double D) Of(ReadOnlySpan<double> r)
    {
        ReadOnlySpan<double> squares = [1 + r[0] + r[4] + r[8], 1 + r[0] - r[4] - r[8], 1 - r[0] + r[4] - r[8], 1 - r[0] - r[4] + r[8]];
        var greatest = 0;
        for (var i = 1; i < 4; i++)
            greatest = squares[i] > squares[greatest] ? i : greatest;
        var twice = Math.Sqrt(squares[greatest]); // twice the greatest part
        var half = 0.5 / twice;
        var (a, b, c, d) = greatest switch
        {
            0 => (twice / 2, (r[7] - r[5]) * half, (r[2] - r[6]) * half, (r[3] - r[1]) * half),
            1 => ((r[7] - r[5]) * half, twice / 2, (r[1] + r[3]) * half, (r[2] + r[6]) * half),
            2 => ((r[2] - r[6]) * half, (r[1] + r[3]) * half, twice / 2, (r[5] + r[7]) * half),
            _ => ((r[3] - r[1]) * half, (r[2] + r[6]) * half, (r[5] + r[7]) * half, twice / 2),
        };
        return a < 0 ? (-b, -c, -d) : (b, c, d);
    }

    /// <summary>b, c and d in the float32 of a header.</summary>
    /// <remarks>
    /// A reader works out the first part as the root of what b, c and d leave of 1. Where that is nearly nothing, as in every scan that is half a turn
    /// away from RAS, rounding to float32 alone would turn the volume by up to 0.03 degrees: b, c and d are then made to leave nothing.
    /// </remarks>
    public static (float B, float C, float D) Rounded(double b, double c, double d)
    {
        Span<float> parts = [(float)b, (float)c, (float)d];
        if (1 - ((b * b) + (c * c) + (d * d)) > Nothing)
            return (parts[0], parts[1], parts[2]);
        var greatest = Math.Abs(b) >= Math.Max(Math.Abs(c), Math.Abs(d)) ? 0 : Math.Abs(c) >= Math.Abs(d) ? 1 : 2;
        while (1 - (((double)parts[0] * parts[0]) + ((double)parts[1] * parts[1]) + ((double)parts[2] * parts[2])) > 0)
            parts[greatest] = parts[greatest] > 0 ? MathF.BitIncrement(parts[greatest]) : MathF.BitDecrement(parts[greatest]);
        return (parts[0], parts[1], parts[2]);
    }
}
