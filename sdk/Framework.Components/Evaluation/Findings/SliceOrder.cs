namespace Framework.Components.Evaluation.Findings;

/// <summary>Slices of a series in their order along the normal.</summary>
internal static class SliceOrder
{
    // Millimetres: nearer to each other than that, two slices are one.
    private const double LeastDistance = 1e-3;

    /// <summary>The slices from the first to the last along the normal of the first one's plane.</summary>
    public static IReadOnlyList<CaseFindings> Sort(IReadOnlyList<CaseFindings> slices)
    {
        var first = slices[0].Grid;
        foreach (var slice in slices)
        {
            if (slice.Grid.Depth != 1)
                throw new DataFormatException($"findings of slices are to be joined, and a case has {slice.Grid.Depth} slices itself. Score such cases as they are.");
            if ((slice.Grid.Width, slice.Grid.Height) != (first.Width, first.Height))
                throw new DataFormatException($"the slices of a series have different sizes, {first.Width} x {first.Height} and {slice.Grid.Width} x {slice.Grid.Height}, and cannot be joined. Leave the series out, or resample it.");
        }

        var ordered = slices.Select(slice => (Slice: slice, Place: PlaceOf(slice.Grid.Geometry, first.Geometry))).OrderBy(pair => pair.Place).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Place - ordered[i - 1].Place < LeastDistance)
                throw new DataFormatException("two slices of a series lie in one place, so that their order is not known. Give the slices their geometry (pictures have none), or leave one of them out.");
        }

        return [.. ordered.Select(pair => pair.Slice)];
    }

    /// <summary>The grid of ordered slices; between the first and the last they count as evenly spaced.</summary>
    public static VoxelGrid GridOf(IReadOnlyList<CaseFindings> ordered)
    {
        var (first, last) = (ordered[0].Grid, ordered[^1].Grid);
        var affine = first.Geometry.Affine.ToArray();
        for (var row = 0; row < 3 && ordered.Count > 1; row++)
            affine[(4 * row) + 2] = (last.Geometry.Affine[(4 * row) + 3] - affine[(4 * row) + 3]) / (ordered.Count - 1);
        return new VoxelGrid(3, (first.Width, first.Height, ordered.Count), new Geometry(affine));
    }

    /// <summary>How far along the normal of a plane the first voxel of a slice lies, in millimetres.</summary>
    private static double PlaceOf(Geometry slice, Geometry plane)
    {
        var a = plane.Affine;
        var (x, y, z) = ((a[4] * a[9]) - (a[8] * a[5]), (a[8] * a[1]) - (a[0] * a[9]), (a[0] * a[5]) - (a[4] * a[1]));
        var length = Math.Sqrt((x * x) + (y * y) + (z * z));
        return ((x * slice.Affine[3]) + (y * slice.Affine[7]) + (z * slice.Affine[11])) / length;
    }
}
