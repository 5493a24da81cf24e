namespace Framework.Components.Transforms.Spatial;

/// <summary>MONAI's parameters, drawn: what is empty does nothing.</summary>
internal sealed record AffineParameters(double[] Rotate, double[] Shear, double[] Translate, double[] Scale)
{
    /// <summary>From new voxels to old ones, row-major 4x4.</summary>
    public double[] About(VoxelGrid grid)
    {
        if (grid.Dimensions == 2)
            Refuse(Rotate.Length > 1 || Shear.Length > 2 || Translate.Length > 2 || Scale.Length > 2, "three axes, and the image is a single slice", "rotate 1, shear 2, translate 2, scale 2");
        else
            Refuse(Rotate.Length == 1 || Shear.Length == 2 || Translate.Length == 2 || Scale.Length == 2, "two axes, and the image is a volume", "rotate 3, shear 6, translate 3, scale 3");
        var center = grid.Center;
        var map = AffineMap.Shift(center.X, center.Y, center.Z);
        foreach (var step in Steps())
            map = AffineMap.Multiply(map, step);
        return AffineMap.Multiply(map, AffineMap.Shift(-center.X, -center.Y, -center.Z));
    }

    private IEnumerable<double[]> Steps()
    {
        if (Rotate.Length == 1)
            yield return AffineMap.Rotation(2, Rotate[0]);
        for (var axis = 0; Rotate.Length == 3 && axis < 3; axis++)
            yield return AffineMap.Rotation(axis, Rotate[axis]);
        if (Shear.Length == 2)
            yield return [1, Shear[0], 0, 0, Shear[1], 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
        if (Shear.Length == 6)
            yield return [1, Shear[0], Shear[1], 0, Shear[2], 1, Shear[3], 0, Shear[4], Shear[5], 1, 0, 0, 0, 0, 1];
        if (Translate.Length > 0)
            yield return AffineMap.Shift(Translate[0], Translate[1], Translate.Length > 2 ? Translate[2] : 0);
        if (Scale.Length > 0)
            yield return [Scale[0], 0, 0, 0, 0, Scale[1], 0, 0, 0, 0, Scale.Length > 2 ? Scale[2] : 1, 0, 0, 0, 0, 1];
    }

    private static void Refuse(bool wrong, string fact, string right)
    {
        if (wrong)
            throw new DataFormatException($"affine has parameters for {fact}. It takes {right} entries.");
    }
}
