namespace Framework.Components.Data.Volumes;

/// <summary>Whether an affine places voxels side by side.</summary>
internal static class AffineCheck
{
    /// <param name="affine">Row-major 4x4.</param>
    /// <returns>False where a value is not finite, or voxels fall together.</returns>
    public static bool IsUsable(ReadOnlySpan<double> affine)
    {
        foreach (var value in affine)
        {
            if (!double.IsFinite(value))
                return false;
        }

        var determinant = (affine[0] * ((affine[5] * affine[10]) - (affine[6] * affine[9])))
            - (affine[1] * ((affine[4] * affine[10]) - (affine[6] * affine[8])))
            + (affine[2] * ((affine[4] * affine[9]) - (affine[5] * affine[8])));
        var (x, y, z) = new Geometry(affine).Spacing;
        return Math.Abs(determinant) > 1e-6 * x * y * z; // the volume of a voxel beside that of a box with its edges
    }
}
