namespace Framework.Components.Phantoms.Heads;

/// <summary>How a head lies in the scanner.</summary>
/// <param name="Offset">Its middle, millimetres.</param>
/// <param name="Angles">Its rotation about x, y and z, radians.</param>
public readonly record struct HeadPose(Point Offset, Point Angles)
{
    /// <summary>A place of the scanner in the head's own axes.</summary>
    public Point ToHead(Point place)
    {
        var p = place - Offset;
        var (sin, cos) = Math.SinCos(Angles.X);
        p = new Point(p.X, (p.Y * cos) + (p.Z * sin), (p.Z * cos) - (p.Y * sin));
        (sin, cos) = Math.SinCos(Angles.Y);
        p = new Point((p.X * cos) - (p.Z * sin), p.Y, (p.Z * cos) + (p.X * sin));
        (sin, cos) = Math.SinCos(Angles.Z);
        return new Point((p.X * cos) + (p.Y * sin), (p.Y * cos) - (p.X * sin), p.Z);
    }
}
