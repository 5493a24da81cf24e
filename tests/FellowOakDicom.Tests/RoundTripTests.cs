using FellowOakDicom.Imaging;
using FellowOakDicom.IO.Buffer;
using FellowOakDicom.IO.Writer;

namespace FellowOakDicom.Tests;

/// <summary>What is saved is what is opened, in every native syntax.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Syntaxes => Samples.NativeSyntaxes;

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Save_EveryRepresentation_OpensEqual(string syntax)
    {
        var dataset = Samples.Everything(DicomTransferSyntax.Parse(syntax));

        var opened = Samples.Open(Samples.Save(dataset));

        Assert.Equal(syntax, opened.FileMetaInfo.TransferSyntax.UID.UID);
        Assert.Equal(dataset.Select(item => item.Tag.ToString()), opened.Dataset.Select(item => item.Tag.ToString()));
        if (DicomTransferSyntax.Parse(syntax).IsExplicitVR)
            Assert.True(dataset.Equals(opened.Dataset));
        Assert.Equal("Müller^Jörg^^Dr.", opened.Dataset.GetString(DicomTag.PatientName));
        Assert.Equal(-5, opened.Dataset.GetSingleValue<short>(DicomTag.SmallestImagePixelValue));
        Assert.Equal([1u, 70_000u], opened.Dataset.GetValues<uint>(DicomTag.SimpleFrameList));
        Assert.Equal([DicomTag.FrameTime, DicomTag.PatientID], opened.Dataset.GetValues<DicomTag>(DicomTag.FrameIncrementPointer));
        Assert.Equal("b", opened.Dataset.GetSequence(DicomTag.RequestAttributesSequence).Items[0]
            .GetSequence(DicomTag.ScheduledProtocolCodeSequence).Items[0].GetString(DicomTag.ScheduledProcedureStepID));
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Save_SignedPixels_KeepTheirValues(string syntax)
    {
        var bytes = Samples.Save(Samples.Slice(DicomTransferSyntax.Parse(syntax)));

        var frame = DicomPixelData.Create(Samples.Open(bytes).Dataset).GetFrame(0);

        Assert.Equal([1, 2, 3, -1, short.MinValue, short.MaxValue], IO.ByteConverter.ToArray<short>(frame));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Save_SequencesWithOrWithoutLengths_OpenEqual(bool sequences, bool items)
    {
        var dataset = Samples.Everything(DicomTransferSyntax.ExplicitVRBigEndian);
        var options = new DicomWriteOptions { ExplicitLengthSequences = sequences, ExplicitLengthSequenceItems = items };

        var opened = Samples.Open(Samples.Save(dataset, options)).Dataset;

        Assert.True(dataset.Equals(opened));
    }

    [Fact]
    public void Save_BigEndian_WritesTheHighByteFirst()
    {
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRBigEndian) { { DicomTag.Rows, (ushort)0x0102 } };

        var bytes = Samples.Save(dataset);

        Assert.Equal<byte>([0x00, 0x28, 0x00, 0x10, (byte)'U', (byte)'S', 0x00, 0x02, 0x01, 0x02], bytes[^10..]);
    }

    [Fact]
    public void Save_PixelsOf32BitsInBigEndian_TurnsAsAWhole()
    {
        var dataset = Samples.Image(DicomTransferSyntax.ExplicitVRBigEndian, 1, 1, 32);
        DicomPixelData.Create(dataset, newPixelData: true).AddFrame(new MemoryByteBuffer([4, 3, 2, 1]));

        var bytes = Samples.Save(dataset);

        Assert.Equal<byte>([1, 2, 3, 4], bytes[^4..]);
        Assert.Equal<byte>([4, 3, 2, 1], DicomPixelData.Create(Samples.Open(bytes).Dataset).GetFrame(0).Data);
    }

    [Fact]
    public void Save_OverTheFileItWasReadFrom_KeepsPixelsReadOnDemand()
    {
        var path = Path.GetTempFileName();
        var pixels = new byte[512 * 512 * 2];
        new Random(5).NextBytes(pixels);
        var dataset = Samples.Image(DicomTransferSyntax.ExplicitVRLittleEndian, 512, 512, 16);
        DicomPixelData.Create(dataset, newPixelData: true).AddFrame(new MemoryByteBuffer(pixels));
        try
        {
            new DicomFile(dataset).Save(path);
            var file = DicomFile.Open(path);
            file.Dataset.AddOrUpdate(DicomTag.PatientID, "another and longer one");
            file.Save(path);

            Assert.Equal(pixels, DicomPixelData.Create(DicomFile.Open(path).Dataset).GetFrame(0).Data);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task SaveAsync_OpenAsync_KeepTheDataset()
    {
        var path = Path.GetTempFileName();
        try
        {
            await new DicomFile(Samples.Slice(DicomTransferSyntax.ImplicitVRLittleEndian)).SaveAsync(path);
            var opened = await DicomFile.OpenAsync(path);

            Assert.Equal("P1", opened.Dataset.GetString(DicomTag.PatientID));
            Assert.True(DicomFile.HasValidHeader(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Save_CompressedSyntaxWithNativePixels_SaysToConvert()
    {
        var file = new DicomFile(Samples.Slice(DicomTransferSyntax.ExplicitVRLittleEndian));
        file.FileMetaInfo.TransferSyntax = DicomTransferSyntax.JPEGLSLossless;

        var error = Assert.Throws<DicomDataException>(() => file.Save(new MemoryStream()));

        Assert.Equal(
            "The pixel data are not compressed, which 'JPEG-LS Lossless Image Compression' requires. "
            + "Name the syntax they are in, or convert them first: dataset.Clone(syntax).",
            error.Message);
    }

    [Fact]
    public void Save_TextTooLongForItsLength_IsWrittenAsUnknown()
    {
        var text = new string('x', 70_000);
        var dataset = new DicomDataset { AutoValidate = false };
        dataset.Add(DicomTag.ImageComments, text);

        var opened = Samples.Open(Samples.Save(dataset)).Dataset;

        Assert.Equal(70_000, opened.GetDicomItem<DicomUnknown>(DicomTag.ImageComments).Buffer.Size);
    }
}
