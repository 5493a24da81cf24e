namespace Framework.Components.Data.Series;

/// <summary>Divides the slices of one series into stacks: by frame of reference, size, orientation, and by what tells slices at one place apart.</summary>
internal sealed class SeriesParts(string folder, List<DataProblem> problems, List<DataProblem> leftOut)
{
    /// <summary>How far directions of parallel slices may differ.</summary>
    private const double Parallel = 1e-3;

    /// <summary>Millimetres by which pixel spacings of one stack may differ.</summary>
    private const double SameSpacing = 1e-4;

    public IEnumerable<DicomSeries> Build(IReadOnlyList<SeriesSlice> series)
    {
        var groups = Divide(WithoutCopies(series)).OrderByDescending(group => group.Count).ToArray();
        var stacks = groups.SelectMany(group => PlaceTags.Separate(group)).ToArray();
        var number = 0;
        foreach (var (tags, slices) in stacks)
        {
            var notes = new List<string>(Notes(slices[0], groups.Length, tags));
            var id = series[0].Acquisition.Series + (number == 0 ? "" : FormattableString.Invariant($"#{number + 1}"));
            number++;
            if (SliceStack.Build(folder, id, slices, notes, out var problem) is { } stack)
                yield return stack;
            else
                problems.Add(problem!);
        }
    }

    private static IEnumerable<string> Notes(SeriesSlice first, int groups, string tags)
    {
        if (groups > 1)
            yield return FormattableString.Invariant($"its series has {groups} groups of slices that differ in size, orientation or frame of reference");
        if (tags.Length > 0)
            yield return $"its series has several slices at each place, told apart by {tags}";
        if (!Uid.IsValid(first.Acquisition.Series))
            yield return "its Series Instance UID (0020,000E) is not a valid UID, and was taken as text";
    }

    /// <summary>The same instance twice, as exports that were merged have it.</summary>
    private IEnumerable<SeriesSlice> WithoutCopies(IReadOnlyList<SeriesSlice> slices)
    {
        var known = new Dictionary<(string, int, Headers.PatientVector), SeriesSlice>();
        foreach (var slice in slices)
        {
            if (slice.Instance.Length == 0 || known.TryAdd((slice.Instance, slice.Frame, slice.Position), slice))
                yield return slice;
            else if (slice.Frame == 0)
                leftOut.Add(new DataProblem(slice.Path, $"is a copy of {known[(slice.Instance, 0, slice.Position)].Path}: they have one SOP Instance UID. It is left out."));
        }
    }

    private static List<List<SeriesSlice>> Divide(IEnumerable<SeriesSlice> slices)
    {
        var groups = new List<List<SeriesSlice>>();
        foreach (var slice in slices)
        {
            var group = groups.Find(group => BelongTogether(group[0], slice));
            if (group is null)
                groups.Add(group = []);
            group.Add(slice);
        }

        return groups;
    }

    private static bool BelongTogether(SeriesSlice a, SeriesSlice b)
    {
        var (x, y) = (a.Acquisition, b.Acquisition);
        return ReferenceEquals(x, y) || (x.FrameOfReference == y.FrameOfReference && x.Rows == y.Rows && x.Columns == y.Columns
            && Math.Abs(x.RowSpacing - y.RowSpacing) <= SameSpacing && Math.Abs(x.ColumnSpacing - y.ColumnSpacing) <= SameSpacing
            && (x.AlongRow - y.AlongRow).Length <= Parallel && (x.AlongColumn - y.AlongColumn).Length <= Parallel);
    }
}
