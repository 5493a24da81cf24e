namespace Framework.Plugins.Ich.Phantom;

/// <summary>A place in the head: millimetres from its centre, rising towards the left (x), the back (y) and the top (z), as DICOM has it.</summary>
internal readonly record struct Point(double X, double Y, double Z)
{
    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);
}
