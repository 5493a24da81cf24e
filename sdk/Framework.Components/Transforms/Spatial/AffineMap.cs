namespace Framework.Components.Transforms.Spatial;

/// <summary>Row-major 4x4 matrices that transforms put their maps together from.</summary>
internal static class AffineMap
{
    public static double[] Shift(double x, double y, double z) => [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1];

    /// <summary>About an axis, by the right hand.</summary>
    public static double[] Rotation(int axis, double radians)
    {
        var (sin, cos) = Math.SinCos(radians);
        return axis switch
        {
            0 => [1, 0, 0, 0, 0, cos, -sin, 0, 0, sin, cos, 0, 0, 0, 0, 1],
            1 => [cos, 0, sin, 0, 0, 1, 0, 0, -sin, 0, cos, 0, 0, 0, 0, 1],
            _ => [cos, -sin, 0, 0, sin, cos, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
        };
    }

    public static double[] Multiply(double[] a, double[] b) => new Geometry(a).Compose(b).Affine.ToArray();
}
