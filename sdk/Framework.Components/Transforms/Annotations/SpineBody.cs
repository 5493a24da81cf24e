namespace Framework.Components.Transforms.Annotations;

/// <summary>A vertebral body as a slice's mask shows it.</summary>
/// <param name="Centre">The mean of its pixels' places, RAS+ millimetres.</param>
/// <param name="Places">Its pixels' places.</param>
internal sealed record SpineBody(PatientPoint Centre, IReadOnlyList<PatientPoint> Places)
{
    private const double Band = 8; // millimetres on each side of the line between two bodies
    private const double Face = 0.1; // share of the pixels in that band which are a face

    /// <summary>A body of these pixels.</summary>
    public static SpineBody Of(IReadOnlyList<PatientPoint> places) => new(Mean(places), places);

    /// <summary>The part of it that lies within a distance of the place nearest to another one's centre: of the sacrum its first body.</summary>
    public SpineBody NearestTo(PatientPoint place, double size)
    {
        var nearest = Places.MinBy(own => (own - place).Length);
        return Of([.. Places.Where(own => (own - nearest).Length <= size)]);
    }

    /// <summary>How far its face lies from its centre, in millimetres along a direction.</summary>
    /// <param name="direction">A unit vector.</param>
    public double FaceAlong(PatientPoint direction)
    {
        var along = Places.Select(place => place - Centre)
            .Select(way => (Along: Dot(way, direction), Way: way))
            .Where(one => (one.Way - (one.Along * direction)).Length <= Band)
            .Select(one => one.Along).OrderDescending().ToList();
        return along.Count == 0 ? 0 : along.Take(Math.Max(1, (int)(Face * along.Count))).Average();
    }

    private static double Dot(PatientPoint a, PatientPoint b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    private static PatientPoint Mean(IReadOnlyList<PatientPoint> places) =>
        1.0 / places.Count * places.Aggregate(new PatientPoint(0, 0, 0), (sum, place) => sum + place);
}
