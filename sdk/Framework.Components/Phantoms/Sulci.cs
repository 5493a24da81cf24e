namespace Framework.Components.Phantoms;

/// <summary>Folds of the cortex and the rim of fluid on it.</summary>
/// <param name="Count">How many folds go around the head.</param>
/// <param name="Width">Their width, millimetres.</param>
/// <param name="Phase">Where they begin, radians.</param>
public readonly record struct Sulci(double Count, double Width, double Phase)
{
    /// <summary>Depth inside a fold or the rim.</summary>
    /// <param name="at">The place.</param>
    /// <param name="depth">Its depth below the skull.</param>
    /// <param name="widening">Factor on the width: blood distends a fold.</param>
    public double Depth(Point at, double depth, double widening)
    {
        var radius = Math.Sqrt((at.X * at.X) + (at.Y * at.Y)) + 1e-6;
        var wave = (Math.Atan2(at.Y, at.X) * Count) + (1.1 * Math.Sin((depth * 0.3) + Phase)) + (0.9 * Math.Sin((at.Z * 0.09) - Phase));
        var distance = Math.Abs(Math.Sin(wave)) / Count * radius;
        var fold = Math.Min((Width * widening / 2) - distance, 15 - depth);
        return Math.Max(fold, (1.2 * widening) - depth);
    }
}
