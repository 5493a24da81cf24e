using Framework.Components.Phantoms;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>A microbleed: dark, round, and seen larger than it is (blooming).</summary>
/// <param name="Centre">In the head, millimetres.</param>
/// <param name="Radius">As it is seen, millimetres.</param>
internal readonly record struct Microbleed(Point Centre, double Radius)
{
    // Where darkness ends, as a share of the radius: its edge is soft.
    private const double Reach = 1.25;

    /// <summary>How much of the signal is gone at a place, 0 to 1.</summary>
    /// <param name="at">In the head.</param>
    /// <param name="blooming">How much larger than its core it is seen, at least 1.</param>
    /// <param name="pixel">Size of a pixel, millimetres.</param>
    /// <param name="thickness">Of a slice, millimetres: a slice shows what lies anywhere in its thickness.</param>
    public double Darkness(Point at, double blooming, double pixel, double thickness)
    {
        var distance = Distance(at, thickness);
        var edge = (Radius * (Reach - (1 / blooming))) + (pixel / 2);
        return Math.Clamp(((Radius * Reach) + (pixel / 4) - distance) / edge, 0, 1);
    }

    /// <summary>Whether a person would mark the place.</summary>
    public bool Contains(Point at, double pixel, double thickness) => Distance(at, thickness) <= Math.Max(Radius, 0.6 * pixel);

    private double Distance(Point at, double thickness)
    {
        var p = at - Centre;
        return new Point(p.X, p.Y, Math.Max(0, Math.Abs(p.Z) - (thickness / 2))).Length;
    }
}
