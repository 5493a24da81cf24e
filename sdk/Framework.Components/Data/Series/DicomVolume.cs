using System.Runtime.ExceptionServices;
using FellowOakDicom;

namespace Framework.Components.Data.Series;

/// <summary>Reads a series into one volume.</summary>
public static class DicomVolume
{
    /// <summary>Decodes all slices, several at once.</summary>
    /// <param name="series">From <see cref="SeriesFinder"/>.</param>
    /// <param name="workspace">Where the voxels go.</param>
    /// <param name="options">Padding and threads; null for the defaults.</param>
    /// <returns>
    /// Image (1, z, y, x) in the modality's units: each slice's own rescale slope and intercept are applied. MONOCHROME1 is turned over, so that more
    /// is always brighter, except in CT and PET, whose values are measurements.
    /// </returns>
    /// <exception cref="DataFormatException">A slice is not there, cut off or not what was indexed; the message starts with its path relative to the series' folder.</exception>
    public static Image Read(DicomSeries series, SampleWorkspace workspace, DicomVolumeOptions? options = null)
    {
        var acquisition = series.Slices[0].Acquisition;
        CheckFirst(series);
        var image = workspace.Allocate([1, series.Slices.Count, acquisition.Rows, acquisition.Columns], geometry: series.Geometry, encoding: new PixelEncoding { Modality = acquisition.Modality });
        var threads = options?.Threads is > 0 and var count ? count : Environment.ProcessorCount;
        try
        {
            Parallel.ForEach(Portions(series, threads), new ParallelOptions { MaxDegreeOfParallelism = threads }, portion => ReadPortion(series, portion, image, options?.Padding));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return image;
    }

    /// <summary>Decodes one slice before memory is taken for all: a header may declare more than its pixel data are.</summary>
    private static void CheckFirst(DicomSeries series)
    {
        var first = series.Slices[0];
        var path = Path.Combine(series.Folder, first.Path);
        var bytes = DicomSlice.Named(path, first.Path, () =>
        {
            var dataset = DicomFile.Open(path).Dataset;
            return DicomSlice.Frame(dataset, first.Frame, Layout(dataset, first), first.Name).Size;
        });
        if ((long)first.Acquisition.Rows * first.Acquisition.Columns * series.Slices.Count > int.MaxValue)
            throw new DataFormatException(FormattableString.Invariant($"{first.Path}: {series.Slices.Count:N0} slices of {bytes:N0} bytes are more than one volume holds. Leave the series out."));
    }

    /// <summary>Positions of slices that one thread reads from one file, which it opens for itself: a data set is not for several threads.</summary>
    private static IEnumerable<int[]> Portions(DicomSeries series, int threads) =>
        Enumerable.Range(0, series.Slices.Count).GroupBy(z => series.Slices[z].Path)
            .SelectMany(file => file.Chunk(Math.Max(1, (series.Slices[file.First()].Frames + threads - 1) / threads)));

    private static void ReadPortion(DicomSeries series, int[] portion, Image image, float? padding)
    {
        var first = series.Slices[portion[0]];
        var path = Path.Combine(series.Folder, first.Path);
        DicomSlice.Named(path, first.Path, () =>
        {
            var dataset = DicomFile.Open(path).Dataset;
            var layout = Layout(dataset, first);
            var area = layout.Rows * layout.Columns;
            foreach (var z in portion)
                SliceUnits.Read(dataset, series.Slices[z], layout, image.Pixels.Slice(z * area, area), padding);
            return portion.Length;
        });
    }

    private static SliceLayout Layout(DicomDataset dataset, SeriesSlice slice)
    {
        var acquisition = slice.Acquisition;
        var layout = SliceLayout.Of(dataset, slice.Path, slice.Frames);
        if ((layout.Rows, layout.Columns) != (acquisition.Rows, acquisition.Columns))
            throw new DataFormatException($"{slice.Path}: it has {layout.Rows} x {layout.Columns} pixels, and {acquisition.Rows} x {acquisition.Columns} when it was indexed. Index the folder again.");
        return acquisition.Modality is "CT" or "PT" ? layout with { Inverted = false } : layout;
    }
}
