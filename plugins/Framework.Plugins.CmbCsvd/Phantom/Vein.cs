using Framework.Components.Phantoms;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>A straight piece of a vein: a dark tube, which a slice across it shows as a dot.</summary>
/// <param name="From">One end, in the head.</param>
/// <param name="To">The other.</param>
/// <param name="Radius">Millimetres.</param>
internal readonly record struct Vein(Point From, Point To, double Radius)
{
    private readonly Point _middle = (From + To) * 0.5;
    private readonly double _reach = ((To - From).Length / 2) + Radius;

    /// <summary>Whether a place may be that near to the surface: a ball around the tube tells most places of a head from it at little cost.</summary>
    /// <param name="at">In the head.</param>
    /// <param name="distance">Millimetres outside.</param>
    public bool IsNear(Point at, double distance)
    {
        var (p, reach) = (at - _middle, _reach + distance);
        return (p.X * p.X) + (p.Y * p.Y) + (p.Z * p.Z) <= reach * reach;
    }

    /// <summary>Millimetres below the tube's surface; negative outside.</summary>
    public double Depth(Point at)
    {
        var (along, p) = (To - From, at - From);
        var square = (along.X * along.X) + (along.Y * along.Y) + (along.Z * along.Z);
        var share = square < 1e-9 ? 0 : Math.Clamp(((p.X * along.X) + (p.Y * along.Y) + (p.Z * along.Z)) / square, 0, 1);
        return Radius - (p - (along * share)).Length;
    }
}
