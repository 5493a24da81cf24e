using System.Globalization;
using System.Numerics;
using FellowOakDicom;
using FellowOakDicom.Imaging;
using FellowOakDicom.IO.Buffer;

namespace Framework.Components.Phantoms;

/// <summary>One slice of a series as a DICOM file in Explicit VR Little Endian, 16 bits a pixel.</summary>
public sealed record DicomSlice
{
    /// <summary>SOP Class UID: CT or MR Image Storage, for example.</summary>
    public required DicomUID Class { get; init; }

    /// <summary>Modality: CT, MR.</summary>
    public required string Modality { get; init; }

    /// <summary>Patient ID.</summary>
    public required string Patient { get; init; }

    /// <summary>The subject's stream, from which study and frame of reference get their identifiers.</summary>
    public required RandomStream Subject { get; init; }

    /// <summary>The series' stream, from which series and slices get their identifiers.</summary>
    public required RandomStream Series { get; init; }

    /// <summary>Instance Number, from 1.</summary>
    public required int Instance { get; init; }

    /// <summary>Rows and columns.</summary>
    public required int Size { get; init; }

    /// <summary>Millimetres between columns and between rows.</summary>
    public required double Pixel { get; init; }

    /// <summary>Slice Thickness, millimetres.</summary>
    public required double Thickness { get; init; }

    /// <summary>Middle of the first pixel.</summary>
    public required Point Position { get; init; }

    /// <summary>Unit vector from one column to the next.</summary>
    public Point Column { get; init; } = new(1, 0, 0);

    /// <summary>Unit vector from one row to the next.</summary>
    public Point Row { get; init; } = new(0, 1, 0);

    /// <summary>Bits Stored, 1 to 16.</summary>
    public int BitsStored { get; init; } = 16;

    /// <summary>Whether stored values are two's complement.</summary>
    public bool Signed { get; init; }

    /// <summary>Other elements with their values.</summary>
    public IReadOnlyList<(DicomTag Tag, string Value)> More { get; init; } = [];

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="stored">Stored values, two bytes each, little-endian, row-major.</param>
    public void Write(string path, byte[] stored)
    {
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian);
        dataset.AddOrUpdate(DicomTag.SOPClassUID, Class);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, Uid(Series.Derive(Instance)));
        dataset.AddOrUpdate(DicomTag.StudyInstanceUID, Uid(Subject.Derive("study")));
        dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, Uid(Series.Derive("series")));
        dataset.AddOrUpdate(DicomTag.FrameOfReferenceUID, Uid(Subject.Derive("frame")));
        dataset.AddOrUpdate(DicomTag.Modality, Modality);
        dataset.AddOrUpdate(DicomTag.PatientID, Patient);
        dataset.AddOrUpdate(DicomTag.PatientName, "");
        dataset.AddOrUpdate(DicomTag.StudyID, "");
        dataset.AddOrUpdate(DicomTag.InstanceNumber, Instance.ToString(CultureInfo.InvariantCulture));
        dataset.AddOrUpdate(DicomTag.SliceThickness, Thickness.ToString(CultureInfo.InvariantCulture));
        dataset.AddOrUpdate(DicomTag.ImagePositionPatient, Decimals(Position.X, Position.Y, Position.Z));
        dataset.AddOrUpdate(DicomTag.ImageOrientationPatient, Decimals(Column.X, Column.Y, Column.Z, Row.X, Row.Y, Row.Z));
        dataset.AddOrUpdate(DicomTag.PixelSpacing, Decimals(Pixel, Pixel));
        foreach (var (tag, value) in More)
            dataset.AddOrUpdate(tag, value);
        AddPixels(dataset, stored);
        new DicomFile(dataset).Save(path);
    }

    private void AddPixels(DicomDataset dataset, byte[] stored)
    {
        dataset.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)1);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)Size);
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)Size);
        dataset.AddOrUpdate(DicomTag.BitsAllocated, (ushort)16);
        dataset.AddOrUpdate(DicomTag.BitsStored, (ushort)BitsStored);
        dataset.AddOrUpdate(DicomTag.HighBit, (ushort)(BitsStored - 1));
        dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)(Signed ? 1 : 0));
        DicomPixelData.Create(dataset, true).AddFrame(new MemoryByteBuffer(stored));
    }

    private static string[] Decimals(params double[] values) => Array.ConvertAll(values, value => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture));

    /// <summary>A UID of the 2.25 arc: a number of up to 128 bits, here 64 random ones.</summary>
    private static DicomUID Uid(RandomStream random) => new("2.25." + new BigInteger(random.NextBits()).ToString(CultureInfo.InvariantCulture), "", DicomUidType.Unknown);
}
