namespace Framework.Sdk;

/// <summary>A place in the patient, or a way from one place to another: RAS+ millimetres, as <see cref="Geometry"/> has them.</summary>
/// <param name="X">Rising towards the patient's right.</param>
/// <param name="Y">Rising towards the front.</param>
/// <param name="Z">Rising towards the head.</param>
public readonly record struct PatientPoint(double X, double Y, double Z)
{
    /// <summary>Length of the way, in millimetres.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>The place reached from one by a way.</summary>
    public static PatientPoint operator +(PatientPoint a, PatientPoint b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>The way from the second place to the first.</summary>
    public static PatientPoint operator -(PatientPoint a, PatientPoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>A way made longer or shorter.</summary>
    public static PatientPoint operator *(double factor, PatientPoint a) => new(factor * a.X, factor * a.Y, factor * a.Z);

    /// <summary><c>a + b</c>.</summary>
    public static PatientPoint Add(PatientPoint a, PatientPoint b) => a + b;

    /// <summary><c>a - b</c>.</summary>
    public static PatientPoint Subtract(PatientPoint a, PatientPoint b) => a - b;

    /// <summary><c>factor * a</c>.</summary>
    public static PatientPoint Multiply(double factor, PatientPoint a) => factor * a;
}
