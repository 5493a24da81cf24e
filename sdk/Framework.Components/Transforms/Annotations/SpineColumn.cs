namespace Framework.Components.Transforms.Annotations;

/// <summary>The vertebral bodies of a slice's mask from the sacrum up, each with its number above the sacrum.</summary>
internal sealed class SpineColumn
{
    private const double Smallest = 0.3; // of the median area: less is no body but noise, or one that the image cuts off
    private const double Bridge = 3; // millimetres: bridges between bodies up to twice as wide are cut
    private const double Gap = 0.3; // a disc's height as a share of the distance between two bodies

    private readonly SortedDictionary<int, SpineBody> _bodies = [];

    /// <summary>Finds and counts the bodies.</summary>
    /// <param name="mask">(1, y, x).</param>
    /// <param name="body">Its value in bodies.</param>
    /// <param name="sacrum">Its value in the sacrum.</param>
    public SpineColumn(Image mask, int body, int sacrum)
    {
        var parts = ConnectedPart.Of(mask);
        var bodies = Whole(BridgedParts.Of(mask, body, Bridge)).Select(part => SpineBody.Of(Places(mask, part))).OrderBy(one => one.Centre.Z).ToList();
        if (bodies.Count < 2)
            return;
        Spacing = Median(bodies.Zip(bodies.Skip(1), (low, high) => (high.Centre - low.Centre).Length));
        var found = parts.Where(part => part.Value == sacrum).MaxBy(part => part.Pixels.Count);
        if (found is not null && found.Pixels.Count >= Smallest * Median(bodies.Select(one => (double)one.Places.Count)))
        {
            var whole = SpineBody.Of(Places(mask, found));
            bodies.RemoveAll(one => one.Centre.Z < whole.Centre.Z);
            if (bodies.Count > 0)
                Sacrum = whole.NearestTo(bodies[0].Centre, Spacing);
        }

        Count(bodies);
    }

    /// <summary>The first body of the sacrum; null where it is out of view.</summary>
    public SpineBody? Sacrum { get; }

    /// <summary>The median distance between two bodies, millimetres; 0 where there are not two.</summary>
    public double Spacing { get; }

    /// <summary>The body of a number, 1 for the one on the sacrum (the lowest one, where that is out of view); null where none was found.</summary>
    public SpineBody? this[int number] => _bodies.GetValueOrDefault(number);

    // A body that was not found leaves a gap as long as itself, and keeps its number.
    private void Count(List<SpineBody> bodies)
    {
        var number = 1;
        for (var i = 0; i < bodies.Count; i++)
        {
            var lower = i > 0 ? bodies[i - 1] : Sacrum;
            if (i > 0)
                number += Math.Max(1, (int)Math.Round((bodies[i].Centre - lower!.Centre).Length / Spacing));
            else if (lower is not null)
                number += Math.Max(0, (int)Math.Round((Between(bodies[0], lower) / Spacing) - Gap));
            _bodies[number] = bodies[i];
        }
    }

    /// <summary>Millimetres between the faces of two bodies.</summary>
    public static double Between(SpineBody upper, SpineBody lower)
    {
        var way = upper.Centre - lower.Centre;
        var up = 1 / way.Length * way;
        return way.Length - upper.FaceAlong(-1 * up) - lower.FaceAlong(up);
    }

    private static IEnumerable<ConnectedPart> Whole(IReadOnlyList<ConnectedPart> parts)
    {
        if (parts.Count == 0)
            return [];
        // Specks would pull the median down: only parts of a tenth of the largest have a say.
        var largest = parts.Max(part => part.Pixels.Count);
        var median = Median(parts.Where(part => part.Pixels.Count >= 0.1 * largest).Select(part => (double)part.Pixels.Count));
        return parts.Where(part => part.Pixels.Count >= Smallest * median);
    }

    private static PatientPoint[] Places(Image mask, ConnectedPart part) =>
        [.. part.Pixels.Select(pixel => mask.Geometry.ToPatient(new VoxelPoint(pixel % mask.Width, pixel / mask.Width, 0)))];

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
