using Framework.Components.Data.Headers;
using Framework.Components.Data.Series;
using Framework.Components.Data.Volumes;

namespace Framework.Components.Data.Cohorts;

/// <summary>A folder and the series in it, as a case's locator has them.</summary>
internal static class SeriesPlace
{
    private const char Separator = '\t';

    public static string Join(string folder, string series) => $"{folder}{Separator}{series}";

    /// <summary>Reads what a line of the locator names: a series of a folder, or a file of any kind.</summary>
    public static Image Read(string place, CohortOptions options, SampleWorkspace workspace)
    {
        var at = place.IndexOf(Separator, StringComparison.Ordinal);
        if (at < 0)
            return ImageFile.Read(Path.Combine(options.Root, place), place, options.Pictures, workspace, options.Volumes);
        var (folder, id) = (place[..at], place[(at + 1)..]);
        var found = Find(Path.Combine(options.Root, folder)).FirstOrDefault(series => series.Summary.Id == id)
            ?? throw new DataFormatException($"{folder}: the series that was indexed is no longer there. Run again, so that the folder is indexed anew.");
        return DicomVolume.Read(found, workspace, options.Dicom);
    }

    /// <summary>The files that <see cref="Read"/> looks into: of a series every file of its folder, of a header and its data both.</summary>
    public static IEnumerable<string> Files(string place, string root)
    {
        var at = place.IndexOf(Separator, StringComparison.Ordinal);
        var path = Path.Combine(root, at < 0 ? place : place[..at]);
        if (at < 0)
            return VolumeFile.FilesOf(path);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
    }

    /// <summary>From the headers themselves, which takes milliseconds: what an index of all cases would have to keep in memory.</summary>
    private static IReadOnlyList<DicomSeries> Find(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories);
            return SeriesFinder.Group(folder, [.. files
                .Select(file => DicomHeaderReader.Read(folder, Path.GetRelativePath(folder, file.FullName), file.Length, file.LastWriteTimeUtc.Ticks))
                .OrderBy(header => header.Path, StringComparer.Ordinal)]).Series;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
