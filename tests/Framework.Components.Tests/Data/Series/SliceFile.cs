using System.Globalization;
using FellowOakDicom;
using FellowOakDicom.IO.Buffer;

namespace Framework.Components.Tests.Data.Series;

/// <summary>One slice of a phantom as a DICOM file: 16 bits a pixel, unless its extra elements say otherwise.</summary>
internal sealed record SliceFile
{
    public string Series { get; init; } = "1.2.3";

    public string Frame { get; init; } = "1.2.9";

    public string? Instance { get; init; }

    public int Number { get; init; } = 1;

    public (double X, double Y, double Z) Position { get; init; }

    /// <summary>Where rows, then columns run; axial.</summary>
    public double[] Orientation { get; init; } = [1, 0, 0, 0, 1, 0];

    public (int Rows, int Columns) Size { get; init; } = (2, 3);

    public string Modality { get; init; } = "CT";

    public string ImageType { get; init; } = "ORIGINAL\\PRIMARY\\AXIAL";

    /// <summary>Stored values; 0, 1, 2... where there are none.</summary>
    public short[]? Stored { get; init; }

    /// <summary>Elements added or replaced; an empty text removes one.</summary>
    public IReadOnlyDictionary<DicomTag, object> Extra { get; init; } = new Dictionary<DicomTag, object>();

    public DicomDataset Dataset()
    {
        var stored = Stored ?? [.. Enumerable.Range(0, Size.Rows * Size.Columns).Select(i => (short)i)];
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian) { AutoValidate = false };
        dataset.AddOrUpdate(DicomTag.SOPClassUID, Modality == "MR" ? DicomUID.MRImageStorage : DicomUID.CTImageStorage);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, Instance ?? $"{Series}.{Number}");
        dataset.AddOrUpdate(DicomTag.PatientID, "patient");
        dataset.AddOrUpdate(DicomTag.StudyInstanceUID, "1.2");
        dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, Series);
        dataset.AddOrUpdate(DicomTag.FrameOfReferenceUID, Frame);
        dataset.AddOrUpdate(DicomTag.Modality, Modality);
        dataset.AddOrUpdate(DicomTag.ImageType, ImageType.Split('\\'));
        dataset.AddOrUpdate(DicomTag.InstanceNumber, Text(Number));
        dataset.AddOrUpdate(DicomTag.SliceThickness, "2");
        dataset.AddOrUpdate(DicomTag.ImagePositionPatient, Text(Position.X), Text(Position.Y), Text(Position.Z));
        dataset.AddOrUpdate(DicomTag.ImageOrientationPatient, Array.ConvertAll(Orientation, Text));
        dataset.AddOrUpdate(DicomTag.PixelSpacing, "0.8", "0.5");
        dataset.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)1);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)Size.Rows);
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)Size.Columns);
        dataset.AddOrUpdate(DicomTag.BitsAllocated, (ushort)16);
        dataset.AddOrUpdate(DicomTag.BitsStored, (ushort)16);
        dataset.AddOrUpdate(DicomTag.HighBit, (ushort)15);
        dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)1);
        dataset.AddOrUpdate(new DicomOtherWord(DicomTag.PixelData, new MemoryByteBuffer([.. stored.SelectMany(BitConverter.GetBytes)])));
        foreach (var (tag, value) in Extra)
            Put(dataset, tag, value);
        return dataset;
    }

    public void Write(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        new DicomFile(Dataset()).Save(Path.Combine(folder, name));
    }

    private static void Put(DicomDataset dataset, DicomTag tag, object value)
    {
        if (value is "")
            dataset.Remove(tag);
        else if (value is ushort number)
            dataset.AddOrUpdate(tag, number);
        else if (value is DicomDataset item)
            dataset.AddOrUpdate(new DicomSequence(tag, item));
        else if (value is DicomDataset[] items)
            dataset.AddOrUpdate(new DicomSequence(tag, items));
        else if (value is DicomElement element)
            dataset.AddOrUpdate(element);
        else
            dataset.AddOrUpdate(tag, ((string)value).Split('\\'));
    }

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
