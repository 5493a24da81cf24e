using Framework.Components.Data.Headers;

namespace Framework.Components.Data.Series;

/// <summary>Finds the series below a folder that can be read as volumes.</summary>
/// <remarks>
/// Slices belong together when series, frame of reference, orientation, size and pixel spacing agree. They are ordered by position along their
/// normal, never by instance number, and their spacing is that of the positions. Several slices at one place are told apart by echo, time point,
/// b-value and the like. Whatever is not used is said, with the file's name.
/// </remarks>
public static class SeriesFinder
{
    private const string SecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";

    /// <summary>Indexes a folder and finds its series.</summary>
    /// <param name="folder">The folder, searched below as well; files of any name.</param>
    /// <param name="context">Where the index is cached, progress and cancellation.</param>
    /// <param name="threads">Threads that read headers; 0 for one a processor.</param>
    /// <exception cref="DataFormatException">The folder is not there or may not be read.</exception>
    public static SeriesInventory Find(string folder, IndexContext context, int threads = 0) =>
        Group(folder, DicomHeaderIndex.Of(folder, context, threads, anyName: true));

    /// <summary>Finds the series among headers that are read already.</summary>
    /// <param name="folder">The folder that the headers' paths are relative to.</param>
    /// <param name="headers">From <see cref="DicomHeaderIndex"/>.</param>
    public static SeriesInventory Group(string folder, IReadOnlyList<DicomHeader> headers)
    {
        var root = Path.GetFullPath(folder);
        var (problems, leftOut) = (new List<DataProblem>(), new List<DataProblem>());
        var slices = new List<SeriesSlice>(headers.Count);
        foreach (var header in headers)
        {
            if (NoSlice(header) is { } other)
                leftOut.Add(new DataProblem(header.Path, other));
            else if (Unusable(header) is { } problem)
                problems.Add(new DataProblem(header.Path, problem));
            else
                slices.AddRange(Slices(root, header, problems));
        }

        var series = new List<DicomSeries>();
        foreach (var group in Placed(slices, problems).GroupBy(slice => (slice.Acquisition.Study, slice.Acquisition.Series)))
            series.AddRange(new SeriesParts(root, problems, leftOut).Build([.. group]));
        return new SeriesInventory
        {
            Series = [.. series.OrderBy(item => item.Summary.Patient, StringComparer.Ordinal).ThenBy(item => item.Summary.Study, StringComparer.Ordinal)
                .ThenBy(item => item.Summary.Number).ThenBy(item => item.Summary.Id, StringComparer.Ordinal)],
            Problems = problems,
            LeftOut = leftOut,
        };
    }

    private static string? NoSlice(DicomHeader header)
    {
        if (header.Acquisition.Class.StartsWith(SecondaryCapture, StringComparison.Ordinal))
            return "is a secondary capture, a picture without a place in the patient. It is left out.";
        if (header.Acquisition.ImageType.Split('\\').Contains("LOCALIZER"))
            return "is a localizer. It is left out.";
        return header is { Problem: not null, Rows: 0, Acquisition.Class.Length: > 0 } ? "is no image. It is left out." : null;
    }

    private static string? Unusable(DicomHeader header)
    {
        if (header.Problem is { } problem)
            return problem;
        return header.Series.Length == 0
            ? "has no Series Instance UID (0020,000E), so nothing says which slices it belongs with. " + DicomSlice.Remedy
            : null;
    }

    private static IReadOnlyList<SeriesSlice> Slices(string root, DicomHeader header, List<DataProblem> problems)
    {
        if (header.Frames == 1)
            return [new SeriesSlice { Path = header.Path, Instance = header.Instance, Number = header.Number, Position = header.Position, Acquisition = header.Acquisition }];
        try
        {
            return EnhancedFrames.Read(root, header);
        }
        catch (DataFormatException e)
        {
            problems.Add(new DataProblem(header.Path, e.Message[(header.Path.Length + 2)..]));
            return [];
        }
    }

    private static IEnumerable<SeriesSlice> Placed(List<SeriesSlice> slices, List<DataProblem> problems)
    {
        foreach (var slice in slices)
        {
            if (SlicePlacement.Problem(slice) is { } problem)
                problems.Add(new DataProblem(slice.Name, $"{problem}. {DicomSlice.Remedy}"));
            else
                yield return slice;
        }
    }
}
