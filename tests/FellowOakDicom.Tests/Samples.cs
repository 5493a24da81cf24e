using FellowOakDicom.Imaging;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Tests;

/// <summary>Datasets made for tests.</summary>
internal static class Samples
{
    /// <summary>The syntaxes whose pixel data are not compressed.</summary>
    public static readonly string[] Native =
    [
        DicomTransferSyntax.ImplicitVRLittleEndian.UID.UID,
        DicomTransferSyntax.ExplicitVRLittleEndian.UID.UID,
        DicomTransferSyntax.ExplicitVRBigEndian.UID.UID,
        DicomTransferSyntax.DeflatedExplicitVRLittleEndian.UID.UID,
        DicomTransferSyntax.GEPrivateImplicitVRBigEndian.UID.UID,
    ];

    public static TheoryData<string> NativeSyntaxes => [.. Native];

    /// <summary>One element of each representation, nested sequences, private elements and a 3 x 2 image of 16 bits.</summary>
    public static DicomDataset Everything(DicomTransferSyntax syntax)
    {
        var dataset = Slice(syntax);
        dataset.AddOrUpdate(DicomTag.SpecificCharacterSet, "ISO_IR 100");
        dataset.AddOrUpdate(DicomTag.PatientName, "Müller^Jörg^^Dr.");
        dataset.AddOrUpdate(DicomTag.PatientAge, "042Y");
        dataset.AddOrUpdate(DicomTag.RetrieveAETitle, "ARCHIVE", "MIRROR");
        dataset.AddOrUpdate(DicomTag.StudyDate, new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Unspecified));
        dataset.AddOrUpdate(DicomTag.StudyTime, "131415.25");
        dataset.AddOrUpdate(DicomTag.AcquisitionDateTime, "20240229131415.25+0100");
        dataset.AddOrUpdate(DicomTag.ImageComments, "odd");
        dataset.AddOrUpdate(DicomTag.RequestAttributesSequence, Item("a", Item("b")), Item("c"));
        dataset.AddOrUpdate(DicomTag.ReferencedStudySequence, Array.Empty<DicomDataset>());
        dataset.AddOrUpdate(DicomTag.FrameIncrementPointer, DicomTag.FrameTime, DicomTag.PatientID);
        dataset.AddOrUpdate(DicomTag.SmallestImagePixelValue, (short)-5);
        dataset.AddOrUpdate(DicomVR.OB, DicomTag.ICCProfile, new byte[] { 1, 2, 3, 4 });
        dataset.AddOrUpdate(DicomTag.TagAngleSecondAxis, (short)-300);
        dataset.AddOrUpdate(DicomTag.DiffusionBValue, 1000.5);
        dataset.AddOrUpdate(DicomTag.RecommendedDisplayFrameRateInFloat, 12.5f);
        dataset.AddOrUpdate(DicomTag.SimpleFrameList, 1u, 70_000u);
        dataset.AddOrUpdate(DicomTag.ReferencePixelX0, -70_000);
        dataset.Add(DicomVR.LO, new DicomTag(0x0029, 0x1001, "ACME 1.0"), "private text");
        dataset.Add(DicomVR.US, new DicomTag(0x0029, 0x1002, "ACME 1.0"), (ushort)513);
        return dataset;
    }

    /// <summary>A signed image of 3 x 2 pixels with the attributes an image must have.</summary>
    public static DicomDataset Slice(DicomTransferSyntax syntax)
    {
        var dataset = Image(syntax, 3, 2, 16);
        dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)1);
        var pixels = DicomPixelData.Create(dataset, newPixelData: true);
        pixels.AddFrame(new MemoryByteBuffer([1, 0, 2, 0, 3, 0, 0xff, 0xff, 0, 0x80, 0xff, 0x7f])); // 1, 2, 3, -1, -32768, 32767
        return dataset;
    }

    /// <summary>The attributes of an unsigned grey image, without its pixels.</summary>
    public static DicomDataset Image(DicomTransferSyntax syntax, int columns, int rows, int bits)
    {
        var dataset = new DicomDataset(syntax);
        dataset.AddOrUpdate(DicomTag.SOPClassUID, DicomUID.CTImageStorage);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, "1.2.826.0.1.3680043.8.498.1");
        dataset.AddOrUpdate(DicomTag.StudyInstanceUID, "1.2.826.0.1.3680043.8.498.2");
        dataset.AddOrUpdate(DicomTag.SeriesInstanceUID, "1.2.826.0.1.3680043.8.498.3");
        dataset.AddOrUpdate(DicomTag.Modality, "CT");
        dataset.AddOrUpdate(DicomTag.PatientID, "P1");
        dataset.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)1);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)columns);
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)rows);
        dataset.AddOrUpdate(DicomTag.BitsAllocated, (ushort)bits);
        dataset.AddOrUpdate(DicomTag.BitsStored, (ushort)bits);
        dataset.AddOrUpdate(DicomTag.HighBit, (ushort)(bits - 1));
        dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)0);
        return dataset;
    }

    public static byte[] Save(DicomDataset dataset, IO.Writer.DicomWriteOptions? options = null)
    {
        using var stream = new MemoryStream();
        new DicomFile(dataset).Save(stream, options);
        return stream.ToArray();
    }

    public static DicomFile Open(byte[] bytes) => DicomFile.Open(new MemoryStream(bytes));

    /// <summary>A file of explicit little endian meta information that names a syntax, then the bytes given.</summary>
    public static byte[] Raw(DicomTransferSyntax syntax, params byte[] dataset)
    {
        var uid = System.Text.Encoding.ASCII.GetBytes(syntax.UID.UID.Length % 2 == 0 ? syntax.UID.UID : syntax.UID.UID + "\0");
        return [.. new byte[128], .. "DICM"u8, 2, 0, 0x10, 0, (byte)'U', (byte)'I', (byte)uid.Length, 0, .. uid, .. dataset];
    }

    private static DicomDataset Item(string id, params DicomDataset[] inner)
    {
        var item = new DicomDataset { { DicomTag.ScheduledProcedureStepID, id } };
        if (inner.Length > 0)
            item.Add(DicomTag.ScheduledProtocolCodeSequence, inner);
        return item;
    }
}
