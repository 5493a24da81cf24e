namespace Framework.Sdk;

/// <summary>Row-major 4x4 matrices whose last row is 0 0 0 1.</summary>
internal static class Matrix4
{
    public static double[] Identity => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

    public static double[] Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var result = new double[16];
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                for (var k = 0; k < 4; k++)
                    result[(row * 4) + column] += a[(row * 4) + k] * b[(k * 4) + column];
            }
        }

        return result;
    }

    public static (double X, double Y, double Z) Apply(ReadOnlySpan<double> m, double x, double y, double z) => (
        (m[0] * x) + (m[1] * y) + (m[2] * z) + m[3],
        (m[4] * x) + (m[5] * y) + (m[6] * z) + m[7],
        (m[8] * x) + (m[9] * y) + (m[10] * z) + m[11]);

    /// <exception cref="DataFormatException">Its axes lie in one plane.</exception>
    public static double[] Invert(ReadOnlySpan<double> m)
    {
        double Minor(ReadOnlySpan<double> a, int row, int column)
        {
            var (r0, r1) = ((row + 1) % 3 * 4, (row + 2) % 3 * 4);
            var (c0, c1) = ((column + 1) % 3, (column + 2) % 3);
            return (a[r0 + c0] * a[r1 + c1]) - (a[r0 + c1] * a[r1 + c0]);
        }

        var determinant = (m[0] * Minor(m, 0, 0)) + (m[1] * Minor(m, 0, 1)) + (m[2] * Minor(m, 0, 2));
        if (determinant == 0 || !double.IsFinite(determinant))
            throw new DataFormatException("the image's axes lie in one plane of the patient, so that places cannot be told apart. Correct the orientation or spacing in its header.");
        var result = new double[16];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
                result[(row * 4) + column] = Minor(m, column, row) / determinant;
        }

        (result[3], result[7], result[11]) = Apply(result, -m[3], -m[7], -m[11]);
        result[15] = 1;
        return result;
    }
}
