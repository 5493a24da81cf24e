using System.Globalization;
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
            var file = DicomFile.Open(System.IO.Path.Combine(folder, path), FileReadOption.ReadLargeOnDemand, LargeElement);
            var dataset = file.Dataset;
            return new DicomHeader
            {
                Path = path,
                Size = size,
                Modified = modified,
                Problem = PixelProblem(file),
                Instance = DicomAcquisitionReader.Text(dataset, DicomTag.SOPInstanceUID),
                Number = dataset.GetSingleValueOrDefault(DicomTag.InstanceNumber, -1),
                Frames = dataset.GetSingleValueOrDefault(DicomTag.NumberOfFrames, 1),
                Intercept = dataset.GetSingleValueOrDefault(DicomTag.RescaleIntercept, 0.0),
                Position = DicomAcquisitionReader.Vector(dataset, DicomTag.ImagePositionPatient, 0),
                Acquisition = DicomAcquisitionReader.Read(dataset),
            };
        }
        catch (Exception e) when (e is DicomException or IOException or UnauthorizedAccessException)
        {
            return new DicomHeader { Path = path, Size = size, Modified = modified, Problem = Reason(e, folder) };
        }
    }

    /// <summary>A file that was cut short opens all the same: its pixel data say so.</summary>
    private static string? PixelProblem(DicomFile file)
    {
        if (file.Dataset.GetDicomItem<DicomItem>(DicomTag.PixelData) is not { } pixels)
            return "has no pixel data (7FE0,0010). Only image objects can be cases.";
        if (pixels is not DicomElement native)
            return file.IsPartial ? $"compressed pixel data are cut short. {DicomSlice.Remedy}" : null;
        var expected = NativeBytes(file.Dataset);
        return native.Buffer.Size >= expected ? null : string.Create(CultureInfo.InvariantCulture, $"pixel data end after {native.Buffer.Size:N0} of {expected:N0} bytes. {DicomSlice.Remedy}");
    }

    private static long NativeBytes(DicomDataset dataset) =>
        (long)dataset.GetSingleValueOrDefault(DicomTag.Rows, (ushort)0) * dataset.GetSingleValueOrDefault(DicomTag.Columns, (ushort)0)
        * dataset.GetSingleValueOrDefault(DicomTag.SamplesPerPixel, (ushort)1) * dataset.GetSingleValueOrDefault(DicomTag.BitsAllocated, (ushort)16) / 8
        * dataset.GetSingleValueOrDefault(DicomTag.NumberOfFrames, 1);

    /// <summary>The message without the folder: a path may name a person or a place.</summary>
    private static string Reason(Exception e, string folder)
    {
        var inner = e is DicomFileException { InnerException: DicomException cause } ? cause.Message : e.Message;
        return inner.Replace(folder + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
