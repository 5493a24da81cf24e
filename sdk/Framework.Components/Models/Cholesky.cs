namespace Framework.Components.Models;

/// <summary>Solves a symmetric positive definite system in place.</summary>
internal static class Cholesky
{
    /// <summary>Replaces <paramref name="right"/> by the solution; false where the matrix is not positive definite.</summary>
    /// <param name="matrix">Its lower triangle, row-major; replaced by the factor.</param>
    /// <param name="right">The right-hand side.</param>
    public static bool Solve(double[] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            var row = matrix.AsSpan(i * n, i + 1);
            for (var j = 0; j < i; j++)
                row[j] = (row[j] - Softmax.Dot(row[..j], matrix.AsSpan(j * n, j))) / matrix[(j * n) + j];
            var pivot = row[i] - Softmax.Dot(row[..i], row[..i]);
            if (!(pivot > 0))
                return false;
            row[i] = Math.Sqrt(pivot);
        }

        for (var i = 0; i < n; i++)
            right[i] = (right[i] - Softmax.Dot(right.AsSpan(0, i), matrix.AsSpan(i * n, i))) / matrix[(i * n) + i];
        for (var i = n - 1; i >= 0; i--)
        {
            right[i] /= matrix[(i * n) + i];
            for (var j = 0; j < i; j++)
                right[j] -= right[i] * matrix[(i * n) + j];
        }

        return true;
    }
}
