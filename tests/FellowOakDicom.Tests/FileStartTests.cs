namespace FellowOakDicom.Tests;

/// <summary>Files that lack their preamble, their meta information or the truth about their encoding.</summary>
public sealed class FileStartTests
{
    private static readonly byte[] ImplicitId = [0x10, 0, 0x20, 0, 2, 0, 0, 0, (byte)'P', (byte)'1'];
    private static readonly byte[] ExplicitId = [0x10, 0, 0x20, 0, (byte)'L', (byte)'O', 2, 0, (byte)'P', (byte)'1'];
    private static readonly byte[] BigEndianId = [0, 0x10, 0, 0x20, (byte)'L', (byte)'O', 0, 2, (byte)'P', (byte)'1'];

    [Fact]
    public void Open_NoPreamble_BeginsWithMetaInformation()
    {
        var file = Samples.Open(Samples.Save(Samples.Slice(DicomTransferSyntax.ExplicitVRBigEndian))[132..]);

        Assert.Equal(DicomFileFormat.DICOM3NoPreamble, file.Format);
        Assert.Equal("P1", file.Dataset.GetString(DicomTag.PatientID));
    }

    [Fact]
    public void Open_PreambleWithoutMeta_TellsTheEncodingFromTheFirstElement()
    {
        foreach (var (dataset, syntax) in new[]
        {
            (ImplicitId, DicomTransferSyntax.ImplicitVRLittleEndian),
            (ExplicitId, DicomTransferSyntax.ExplicitVRLittleEndian),
            (BigEndianId, DicomTransferSyntax.ExplicitVRBigEndian),
        })
        {
            var file = Samples.Open([.. new byte[128], .. "DICM"u8, .. dataset]);

            Assert.Equal(DicomFileFormat.DICOM3NoFileMetaInfo, file.Format);
            Assert.Equal(syntax, file.Dataset.InternalTransferSyntax);
            Assert.Equal("P1", file.Dataset.GetString(DicomTag.PatientID));
        }
    }

    [Fact]
    public void Open_EncodingAtOddsWithMeta_FollowsTheFirstElement()
    {
        Assert.Equal("P1", Samples.Open(Samples.Raw(DicomTransferSyntax.ImplicitVRLittleEndian, ExplicitId)).Dataset.GetString(DicomTag.PatientID));
        Assert.Equal("P1", Samples.Open(Samples.Raw(DicomTransferSyntax.ExplicitVRLittleEndian, ImplicitId)).Dataset.GetString(DicomTag.PatientID));
    }

    [Fact]
    public void Open_ZerosAfterTheLastElement_AreNoElements()
    {
        var file = Samples.Open(Samples.Raw(DicomTransferSyntax.ExplicitVRLittleEndian, [.. ExplicitId, .. new byte[500]]));

        Assert.False(file.IsPartial);
        Assert.Single(file.Dataset);
    }

    [Fact]
    public void Open_ElementsOutOfOrderOrTwice_AreSortedAndTheLastStays()
    {
        var file = Samples.Open(Samples.Raw(DicomTransferSyntax.ExplicitVRLittleEndian,
        [
            .. ExplicitId, 0x08, 0, 0x60, 0, (byte)'C', (byte)'S', 2, 0, (byte)'C', (byte)'T', .. ExplicitId[..9], (byte)'2',
        ]));

        Assert.Equal([DicomTag.Modality, DicomTag.PatientID], file.Dataset.Select(item => item.Tag));
        Assert.Equal("P2", file.Dataset.GetString(DicomTag.PatientID));
    }

    [Fact]
    public void Open_UnknownOfUndefinedLength_IsAnImplicitSequence()
    {
        var file = Samples.Open(Samples.Raw(DicomTransferSyntax.ExplicitVRLittleEndian,
        [
            0x09, 0, 0x01, 0x10, (byte)'U', (byte)'N', 0, 0, 0xff, 0xff, 0xff, 0xff,
            0xfe, 0xff, 0, 0xe0, 0xff, 0xff, 0xff, 0xff, .. ImplicitId, 0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0,
            0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0, .. ExplicitId,
        ]));

        Assert.Equal("P1", file.Dataset.GetSequence(new DicomTag(0x0009, 0x1001)).Items.Single().GetString(DicomTag.PatientID));
        Assert.Equal("P1", file.Dataset.GetString(DicomTag.PatientID));
    }

    [Fact]
    public void Open_RepresentationNewerThanThis_IsUnknownOfLongLength()
    {
        var file = Samples.Open(Samples.Raw(DicomTransferSyntax.ExplicitVRLittleEndian,
            [0x08, 0, 0x01, 0x99, (byte)'Z', (byte)'Z', 0, 0, 2, 0, 0, 0, 1, 2, .. ExplicitId]));

        Assert.Equal<byte>([1, 2], file.Dataset.GetValues<byte>(new DicomTag(0x0008, 0x9901)));
        Assert.Equal("P1", file.Dataset.GetString(DicomTag.PatientID));
    }

    [Theory]
    [InlineData(0, "US")]
    [InlineData(1, "SS")]
    public void Open_ImplicitPixelValue_HasTheSignOfThePixels(byte sign, string vr)
    {
        var file = Samples.Open(Samples.Raw(DicomTransferSyntax.ImplicitVRLittleEndian,
            0x28, 0, 0x03, 0x01, 2, 0, 0, 0, sign, 0, 0x28, 0, 0x06, 0x01, 2, 0, 0, 0, 0xff, 0xff));

        Assert.Equal(vr, file.Dataset.GetDicomItem<DicomElement>(DicomTag.SmallestImagePixelValue).ValueRepresentation.Code);
    }
}
