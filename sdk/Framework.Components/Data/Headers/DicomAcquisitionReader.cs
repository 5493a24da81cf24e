using FellowOakDicom;

namespace Framework.Components.Data.Headers;

/// <summary>Reads from a data set what slices of a series share.</summary>
internal static class DicomAcquisitionReader
{
    public static DicomAcquisition Read(DicomDataset dataset) => new()
    {
        Class = Text(dataset, DicomTag.SOPClassUID),
        Patient = Text(dataset, DicomTag.PatientID),
        Study = Text(dataset, DicomTag.StudyInstanceUID),
        Series = Text(dataset, DicomTag.SeriesInstanceUID),
        FrameOfReference = Text(dataset, DicomTag.FrameOfReferenceUID),
        Number = dataset.GetSingleValueOrDefault(DicomTag.SeriesNumber, -1),
        Acquisition = dataset.GetSingleValueOrDefault(DicomTag.AcquisitionNumber, -1),
        Modality = Text(dataset, DicomTag.Modality),
        Model = Text(dataset, DicomTag.ManufacturerModelName),
        Manufacturer = Text(dataset, DicomTag.Manufacturer),
        Kernel = Text(dataset, DicomTag.ConvolutionKernel),
        Date = Text(dataset, DicomTag.AcquisitionDate) is { Length: > 0 } acquired ? acquired : Text(dataset, DicomTag.StudyDate),
        Accession = Text(dataset, DicomTag.AccessionNumber),
        Padding = Text(dataset, DicomTag.PixelPaddingValue),
        ImageType = Text(dataset, DicomTag.ImageType),
        Description = Text(dataset, DicomTag.SeriesDescription),
        Protocol = Text(dataset, DicomTag.ProtocolName),
        ScanningSequence = Text(dataset, DicomTag.ScanningSequence),
        SequenceName = Text(dataset, DicomTag.SequenceName),
        Contrast = Text(dataset, DicomTag.ContrastBolusAgent),
        Rows = dataset.GetSingleValueOrDefault(DicomTag.Rows, (ushort)0),
        Columns = dataset.GetSingleValueOrDefault(DicomTag.Columns, (ushort)0),
        BitsStored = dataset.GetSingleValueOrDefault(DicomTag.BitsStored, (ushort)0),
        Thickness = dataset.GetSingleValueOrDefault(DicomTag.SliceThickness, double.NaN),
        SliceSpacing = dataset.GetSingleValueOrDefault(DicomTag.SpacingBetweenSlices, double.NaN),
        RowSpacing = dataset.GetValueOrDefault(DicomTag.PixelSpacing, 0, double.NaN),
        ColumnSpacing = dataset.GetValueOrDefault(DicomTag.PixelSpacing, 1, double.NaN),
        AlongRow = Vector(dataset, DicomTag.ImageOrientationPatient, 0),
        AlongColumn = Vector(dataset, DicomTag.ImageOrientationPatient, 3),
        EchoTime = dataset.GetSingleValueOrDefault(DicomTag.EchoTime, double.NaN),
        RepetitionTime = dataset.GetSingleValueOrDefault(DicomTag.RepetitionTime, double.NaN),
        TemporalPosition = dataset.GetSingleValueOrDefault(DicomTag.TemporalPositionIdentifier, -1),
        DiffusionB = dataset.GetSingleValueOrDefault(DicomTag.DiffusionBValue, double.NaN),
    };

    public static PatientVector Vector(DicomDataset dataset, DicomTag tag, int at) => new(
        dataset.GetValueOrDefault(tag, at, double.NaN), dataset.GetValueOrDefault(tag, at + 1, double.NaN), dataset.GetValueOrDefault(tag, at + 2, double.NaN));

    public static string Text(DicomDataset dataset, DicomTag tag) => dataset.TryGetString(tag, out var text) ? text.Trim('\0', ' ') : "";
}
