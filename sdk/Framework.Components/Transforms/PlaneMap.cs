namespace Framework.Components.Transforms;

/// <summary>From an output pixel (x, y) to the input position it shows: u = A x + B y + C, v = D x + E y + F.</summary>
internal readonly record struct PlaneMap(double A, double B, double C, double D, double E, double F)
{
    /// <summary>The map that undoes: scale and turn about the centre (counter-clockwise as seen on the screen), then shift.</summary>
    public static PlaneMap Undo((int Width, int Height) size, (double X, double Y) shift, double scale, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (centerX, centerY) = ((size.Width - 1) / 2.0, (size.Height - 1) / 2.0);
        var (cosine, sine) = (cos / scale, sin / scale);
        var (fromX, fromY) = (centerX + shift.X, centerY + shift.Y);
        return new PlaneMap(
            cosine, -sine, centerX - (cosine * fromX) + (sine * fromY),
            sine, cosine, centerY - (sine * fromX) - (cosine * fromY));
    }

    /// <summary>The geometry of the grid that this map shows.</summary>
    public Geometry Apply(Geometry geometry) => geometry.Compose([A, B, 0, C, D, E, 0, F, 0, 0, 1, 0, 0, 0, 0, 1]);
}
