using FellowOakDicom;

namespace Framework.Components.Data.Headers;

/// <summary>Reads the header of one DICOM file and leaves its pixels where they are.</summary>
public static class DicomHeaderReader
{
    /// <summary>Elements longer than this, such as pixel data, are not read.</summary>
    private const int LargeElement = 1024;

    /// <summary>Reads a header; a file that cannot be used gives one with <see cref="DicomHeader.Problem"/>.</summary>
    /// <param name="folder">The indexed folder.</param>
    /// <param name="path">The file, relative to it.</param>
    /// <param name="size">Its size.</param>
    /// <param name="modified">Time of its last change, UTC ticks.</param>
    public static DicomHeader Read(string folder, string path, long size, long modified)
    {
        try
        {
            var dataset = DicomFile.Open(System.IO.Path.Combine(folder, path), FileReadOption.ReadLargeOnDemand, LargeElement).Dataset;
            return new DicomHeader
            {
                Path = path,
                Size = size,
                Modified = modified,
                Problem = Missing(dataset),
                Instance = Text(dataset, DicomTag.SOPInstanceUID),
                Patient = Text(dataset, DicomTag.PatientID),
                Study = Text(dataset, DicomTag.StudyInstanceUID),
                Series = Text(dataset, DicomTag.SeriesInstanceUID),
                Modality = Text(dataset, DicomTag.Modality),
                Model = Text(dataset, DicomTag.ManufacturerModelName),
                Rows = dataset.GetSingleValueOrDefault(DicomTag.Rows, (ushort)0),
                Columns = dataset.GetSingleValueOrDefault(DicomTag.Columns, (ushort)0),
                BitsStored = dataset.GetSingleValueOrDefault(DicomTag.BitsStored, (ushort)0),
                Intercept = dataset.GetSingleValueOrDefault(DicomTag.RescaleIntercept, 0.0),
                Thickness = dataset.GetSingleValueOrDefault(DicomTag.SliceThickness, double.NaN),
                Z = dataset.GetValueOrDefault(DicomTag.ImagePositionPatient, 2, double.NaN),
                Spacing = dataset.GetValueOrDefault(DicomTag.PixelSpacing, 0, double.NaN),
            };
        }
        catch (Exception e) when (e is DicomException or IOException or UnauthorizedAccessException)
        {
            return new DicomHeader { Path = path, Size = size, Modified = modified, Problem = Reason(e, folder) };
        }
    }

    private static string? Missing(DicomDataset dataset) =>
        dataset.Contains(DicomTag.PixelData) ? null : "has no pixel data (7FE0,0010). Only image objects can be cases.";

    private static string Text(DicomDataset dataset, DicomTag tag) => dataset.TryGetString(tag, out var text) ? text.Trim('\0', ' ') : "";

    /// <summary>The message without the folder: a path may name a person or a place.</summary>
    private static string Reason(Exception e, string folder)
    {
        var inner = e is DicomFileException { InnerException: DicomException cause } ? cause.Message : e.Message;
        return inner.Replace(folder + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
