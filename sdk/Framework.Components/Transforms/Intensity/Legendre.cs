namespace Framework.Components.Transforms.Intensity;

/// <summary>Legendre's polynomials over an axis from -1, its first voxel, to 1, its last.</summary>
internal static class Legendre
{
    /// <summary>Values by degree and voxel.</summary>
    public static double[][] Over(int size, int degree)
    {
        var values = new double[degree + 1][];
        for (var n = 0; n <= degree; n++)
        {
            values[n] = new double[size];
            for (var at = 0; at < size; at++)
            {
                var x = size == 1 ? -1 : (2.0 * at / (size - 1)) - 1;
                values[n][at] = n switch
                {
                    0 => 1,
                    1 => x,
                    _ => ((((2 * n) - 1) * x * values[n - 1][at]) - ((n - 1) * values[n - 2][at])) / n,
                };
            }
        }

        return values;
    }
}
