namespace Framework.Components.Data.Headers;

/// <summary>A place or a direction in DICOM's patient coordinates: x rises towards the left, y towards the back, z towards the head; millimetres.</summary>
/// <param name="X">Towards the patient's left.</param>
/// <param name="Y">Towards the patient's back.</param>
/// <param name="Z">Towards the patient's head.</param>
public readonly record struct PatientVector(double X, double Y, double Z)
{
    /// <summary>No place: what a file without one has.</summary>
    public static PatientVector None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Whether all three are numbers.</summary>
    public bool IsKnown => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>Length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Sum of the products.</summary>
    /// <param name="other">The other vector.</param>
    public double Dot(PatientVector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>The vector at right angles to both.</summary>
    /// <param name="other">The other vector.</param>
    public PatientVector Cross(PatientVector other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>Sum.</summary>
    public static PatientVector operator +(PatientVector a, PatientVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference.</summary>
    public static PatientVector operator -(PatientVector a, PatientVector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Multiple.</summary>
    public static PatientVector operator *(PatientVector a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);
}
