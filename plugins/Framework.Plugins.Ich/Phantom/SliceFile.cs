using System.Globalization;
using System.Numerics;
using FellowOakDicom;
using FellowOakDicom.Imaging;
using FellowOakDicom.IO.Buffer;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>Writes one slice as a CT image in Explicit VR Little Endian with the elements that RSNA's files have, and the scanner's model.</summary>
internal sealed record SliceFile
{
    public required string Patient { get; init; }

    public required RandomStream Subject { get; init; }

    public required int Instance { get; init; }

    public required Scanner Scanner { get; init; }

    public required int Size { get; init; }

    public required double Pixel { get; init; }

    public required double Spacing { get; init; }

    public required double Z { get; init; }

    public void Write(string path, ReadOnlySpan<float> hounsfield)
    {
        var corner = -(Size - 1) / 2.0 * Pixel;
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian);
        dataset.AddOrUpdate(DicomTag.SOPClassUID, DicomUID.CTImageStorage);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, Uid(Subject.Derive(Instance)));
        dataset.AddOrUpdate(DicomTag.StudyInstanceUID, Uid(Subject.Derive("study")));
        dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, Uid(Subject.Derive("series")));
        dataset.AddOrUpdate(DicomTag.FrameOfReferenceUID, Uid(Subject.Derive("frame")));
        dataset.AddOrUpdate(DicomTag.Modality, "CT");
        dataset.AddOrUpdate(DicomTag.ManufacturerModelName, Scanner.Model);
        dataset.AddOrUpdate(DicomTag.PatientID, Patient);
        dataset.AddOrUpdate(DicomTag.PatientName, "");
        dataset.AddOrUpdate(DicomTag.StudyID, "");
        dataset.AddOrUpdate(DicomTag.InstanceNumber, Instance.ToString(CultureInfo.InvariantCulture));
        dataset.AddOrUpdate(DicomTag.SliceThickness, Spacing.ToString(CultureInfo.InvariantCulture));
        dataset.AddOrUpdate(DicomTag.ImagePositionPatient, Decimals(corner, corner, Z));
        dataset.AddOrUpdate(DicomTag.ImageOrientationPatient, Decimals(1, 0, 0, 0, 1, 0));
        dataset.AddOrUpdate(DicomTag.PixelSpacing, Decimals(Pixel, Pixel));
        dataset.AddOrUpdate(DicomTag.WindowCenter, "40");
        dataset.AddOrUpdate(DicomTag.WindowWidth, "80");
        dataset.AddOrUpdate(DicomTag.RescaleIntercept, Scanner.Intercept.ToString(CultureInfo.InvariantCulture));
        dataset.AddOrUpdate(DicomTag.RescaleSlope, "1");
        AddPixels(dataset, hounsfield);
        new DicomFile(dataset).Save(path);
    }

    private void AddPixels(DicomDataset dataset, ReadOnlySpan<float> hounsfield)
    {
        dataset.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)1);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)Size);
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)Size);
        dataset.AddOrUpdate(DicomTag.BitsAllocated, (ushort)16);
        dataset.AddOrUpdate(DicomTag.BitsStored, (ushort)Scanner.BitsStored);
        dataset.AddOrUpdate(DicomTag.HighBit, (ushort)(Scanner.BitsStored - 1));
        dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)(Scanner.Signed ? 1 : 0));
        DicomPixelData.Create(dataset, true).AddFrame(new MemoryByteBuffer(Scanner.Store(hounsfield)));
    }

    private static string[] Decimals(params double[] values) => Array.ConvertAll(values, value => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture));

    /// <summary>A UID of the 2.25 arc: a number of up to 128 bits, here 64 random ones.</summary>
    private static DicomUID Uid(RandomStream random) => new("2.25." + new BigInteger(random.NextBits()).ToString(CultureInfo.InvariantCulture), "", DicomUidType.Unknown);
}
