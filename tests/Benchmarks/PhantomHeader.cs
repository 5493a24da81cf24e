using System.Globalization;
using FellowOakDicom;
using FellowOakDicom.IO.Buffer;

namespace Framework.Benchmarks;

/// <summary>A CT slice with the identities, lengths of text and geometry of a real one, and a single pixel.</summary>
internal static class PhantomHeader
{
    private const string Root = "1.2.826.0.1.3680043.8.498";

    public static DicomDataset Of(int series, int slice, int slices)
    {
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian) { AutoValidate = false };
        dataset.AddOrUpdate(DicomTag.SOPClassUID, DicomUID.CTImageStorage);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, string.Create(CultureInfo.InvariantCulture, $"{Root}.4.{series:D9}1.{slice + 1:D9}1"));
        dataset.AddOrUpdate(DicomTag.StudyInstanceUID, string.Create(CultureInfo.InvariantCulture, $"{Root}.5.{series:D9}1"));
        dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, string.Create(CultureInfo.InvariantCulture, $"{Root}.6.{series:D9}1"));
        dataset.AddOrUpdate(DicomTag.FrameOfReferenceUID, string.Create(CultureInfo.InvariantCulture, $"{Root}.7.{series:D9}1"));
        dataset.AddOrUpdate(DicomTag.PatientID, string.Create(CultureInfo.InvariantCulture, $"ID_{series:D8}"));
        dataset.AddOrUpdate(DicomTag.Modality, "CT");
        dataset.AddOrUpdate(DicomTag.SeriesDescription, "Axial head");
        dataset.AddOrUpdate(DicomTag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL");
        dataset.AddOrUpdate(DicomTag.InstanceNumber, Text(slices - slice));
        dataset.AddOrUpdate(DicomTag.SliceThickness, "1.25");
        dataset.AddOrUpdate(DicomTag.ImagePositionPatient, "-125", "-125", Text(1.25 * slice));
        dataset.AddOrUpdate(DicomTag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0");
        dataset.AddOrUpdate(DicomTag.PixelSpacing, "0.488281", "0.488281");
        dataset.AddOrUpdate(DicomTag.RescaleIntercept, "-1024");
        dataset.AddOrUpdate(DicomTag.RescaleSlope, "1");
        dataset.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)1);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)1);
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)1);
        dataset.AddOrUpdate(DicomTag.BitsAllocated, (ushort)16);
        dataset.AddOrUpdate(DicomTag.BitsStored, (ushort)16);
        dataset.AddOrUpdate(DicomTag.HighBit, (ushort)15);
        dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)1);
        dataset.AddOrUpdate(new DicomOtherWord(DicomTag.PixelData, new MemoryByteBuffer(new byte[2])));
        return dataset;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
