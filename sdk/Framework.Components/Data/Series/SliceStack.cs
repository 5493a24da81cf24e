using Framework.Components.Data.Headers;

namespace Framework.Components.Data.Series;

/// <summary>Orders parallel slices along their normal and finds the affine that places them all, or says which file does not fit.</summary>
internal static class SliceStack
{
    /// <summary>Share of the spacing by which a slice may be out of line: positions are rounded, in some exports to a tenth of a millimetre.</summary>
    private const double OutOfLine = 0.05;

    /// <summary>Below this many degrees a stack is taken as upright: what rounding of positions makes.</summary>
    private const double SmallestTilt = 0.5;

    public static DicomSeries? Build(string folder, string id, List<SeriesSlice> slices, List<string> notes, out DataProblem? problem)
    {
        var normal = slices[0].Normal;
        var ordered = slices.OrderBy(slice => slice.Position.Dot(normal)).ThenBy(slice => slice.Number).ToArray();
        problem = Problem(ordered, normal);
        if (problem is not null)
            return null;
        var acquisition = ordered[0].Acquisition;
        var step = Step(ordered, normal);
        var tilt = Math.Acos(Math.Clamp(step.Dot(normal) / step.Length, -1, 1)) * 180 / Math.PI;
        if (tilt > SmallestTilt)
            notes.Add(FormattableString.Invariant($"its slices are tilted by {tilt:F1} degrees against their direction, and its affine is sheared by as much"));
        return new DicomSeries
        {
            Folder = folder,
            Slices = ordered,
            Geometry = Affine(ordered[0].Position, acquisition, step),
            Summary = SeriesSummary.Of(id, acquisition, ordered.Length, ordered.Length > 1 ? step.Dot(normal) : double.NaN),
            Notes = notes,
        };
    }

    /// <summary>From a slice to the next: by positions, and of a single slice by what its header says.</summary>
    private static PatientVector Step(SeriesSlice[] slices, PatientVector normal)
    {
        if (slices.Length > 1)
            return (slices[^1].Position - slices[0].Position) * (1.0 / (slices.Length - 1));
        var acquisition = slices[0].Acquisition;
        return normal * (acquisition.SliceSpacing > 0 ? acquisition.SliceSpacing : acquisition.Thickness > 0 ? acquisition.Thickness : 1);
    }

    private static DataProblem? Problem(SeriesSlice[] slices, PatientVector normal)
    {
        if (slices.Length == 1)
            return null;
        var steps = slices.Zip(slices.Skip(1), (a, b) => (b.Position - a.Position).Dot(normal)).ToArray();
        var spacing = steps.Order().ElementAt(steps.Length / 2);
        for (var i = 0; i < steps.Length; i++)
        {
            if (Gap(steps[i], spacing, slices[i].Name) is { } gap)
                return new DataProblem(slices[i + 1].Name, $"{gap}. {DicomSlice.Remedy}");
        }

        var step = Step(slices, normal);
        for (var i = 0; i < slices.Length; i++)
        {
            if ((slices[i].Position - (slices[0].Position + (step * i))).Length > OutOfLine * spacing)
                return new DataProblem(slices[i].Name, $"lies beside the line of the other {slices.Length - 1} slices of its series. {DicomSlice.Remedy}");
        }

        return null;
    }

    private static string? Gap(double step, double spacing, string before)
    {
        if (step < PlaceTags.OnePlace)
            return $"lies at the same place as {before}, and neither echo, time, b-value, image type nor acquisition tells them apart";
        if (Math.Abs(step - spacing) <= OutOfLine * spacing)
            return null;
        var missing = Math.Round(step / spacing) - 1;
        return missing >= 1 && Math.Abs(step - ((missing + 1) * spacing)) <= OutOfLine * spacing * (missing + 1)
            ? FormattableString.Invariant($"comes {step:F2} mm after {before} where slices are {spacing:F2} mm apart: {missing} {(missing == 1 ? "slice is" : "slices are")} missing between them")
            : FormattableString.Invariant($"comes {step:F2} mm after {before} where slices are {spacing:F2} mm apart: the spacing of the series is uneven");
    }

    // DICOM's left and back become right and front.
    private static Geometry Affine(PatientVector origin, DicomAcquisition acquisition, PatientVector step)
    {
        var (x, y) = (acquisition.AlongRow * acquisition.ColumnSpacing, acquisition.AlongColumn * acquisition.RowSpacing);
        return new Geometry(
        [
            -x.X, -y.X, -step.X, -origin.X,
            -x.Y, -y.Y, -step.Y, -origin.Y,
            x.Z, y.Z, step.Z, origin.Z,
            0, 0, 0, 1,
        ]);
    }
}
