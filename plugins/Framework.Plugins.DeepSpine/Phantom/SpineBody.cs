using Framework.Components.Phantoms;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>A vertebral body: a block with rounded sides, turned about the axis from side to side.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Tilt">How far its upper face leans to the back, radians.</param>
/// <param name="Height">From endplate to endplate, millimetres.</param>
/// <param name="Depth">From front to back, millimetres.</param>
internal sealed record SpineBody(Point Centre, double Tilt, double Height, double Depth)
{
    private const double HalfWidth = 24;

    private readonly double _sin = Math.Sin(Tilt);
    private readonly double _cos = Math.Cos(Tilt);

    /// <summary>Its own upward direction.</summary>
    public Point Up => new(0, _sin, _cos);

    /// <summary>Its own direction to the back.</summary>
    public Point Back => new(0, _cos, -_sin);

    /// <summary>A place in its own axes: to the left, to the back, upwards, millimetres from its middle.</summary>
    public Point Own(Point at)
    {
        var way = at - Centre;
        return new Point(way.X, (way.Y * _cos) - (way.Z * _sin), (way.Y * _sin) + (way.Z * _cos));
    }

    /// <summary>Millimetres below its surface; negative outside. Its waist is narrower than its endplates.</summary>
    public double Inside(Point own)
    {
        var waist = 1.5 * (1 - Math.Min(1, Math.Abs(own.Z) / (Height / 2)));
        return Math.Min((Height / 2) - Math.Abs(own.Z), Rim(own, waist));
    }

    /// <summary>Millimetres within the outline seen from above: an ellipse, flattened at the back.</summary>
    /// <param name="own">In its own axes.</param>
    /// <param name="less">By how much the outline shrinks.</param>
    public double Rim(Point own, double less)
    {
        var round = Math.Sqrt((own.X / HalfWidth * (own.X / HalfWidth)) + Math.Pow((own.Y + 4) / ((Depth / 2) + 6), 2));
        return Math.Min((1 - round) * Depth / 2, (Depth / 2) - own.Y) - less;
    }
}
