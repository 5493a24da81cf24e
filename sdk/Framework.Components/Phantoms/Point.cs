namespace Framework.Components.Phantoms;

/// <summary>A place in the head: millimetres from its centre, rising towards the left (x), the back (y) and the top (z), as DICOM has it.</summary>
/// <param name="X">Towards the left.</param>
/// <param name="Y">Towards the back.</param>
/// <param name="Z">Towards the top.</param>
public readonly record struct Point(double X, double Y, double Z)
{
    /// <summary>Distance from the centre.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>From one place to another.</summary>
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The place so far away.</summary>
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Farther from the centre, or nearer.</summary>
    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);
}
