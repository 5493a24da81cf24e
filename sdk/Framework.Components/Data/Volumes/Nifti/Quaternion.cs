namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>Rotations as NIfTI's qform has them: a unit quaternion whose first part is not negative.</summary>
internal static class Quaternion
{
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
}
