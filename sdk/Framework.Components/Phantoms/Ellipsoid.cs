namespace Framework.Components.Phantoms;

/// <summary>An ellipsoid with axes along x, y and z.</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="Radii">Half of its size along each axis.</param>
public readonly record struct Ellipsoid(Point Centre, Point Radii)
{
    /// <summary>Millimetres below the surface along the ray from the centre; negative outside.</summary>
    public double Depth(Point at)
    {
        var p = at - Centre;
        var r = new Point(p.X / Radii.X, p.Y / Radii.Y, p.Z / Radii.Z).Length;
        return r < 1e-6 ? Math.Min(Radii.X, Math.Min(Radii.Y, Radii.Z)) : p.Length * ((1 / r) - 1);
    }

    /// <summary>The point of the surface in a direction from the centre.</summary>
    public Point Surface(Point direction)
    {
        var r = new Point(direction.X / Radii.X, direction.Y / Radii.Y, direction.Z / Radii.Z).Length;
        return Centre + (direction * (1 / r));
    }
}
