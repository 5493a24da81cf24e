using System.Buffers.Binary;
using System.Diagnostics;
using FellowOakDicom.Imaging;
using FellowOakDicom.Imaging.Codec;

namespace FellowOakDicom.Tests;

/// <summary>Broken files end in a DICOM error that says where, soon and without memory the file does not justify.</summary>
public sealed class MalformedFileTests
{
    private static readonly DicomTransferSyntax Explicit = DicomTransferSyntax.ExplicitVRLittleEndian;

    public static TheoryData<string> Syntaxes => Samples.NativeSyntaxes;

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Open_CutAtEveryByte_GivesAPartialFileOrAnError(string syntax)
    {
        var whole = Samples.Save(Samples.Everything(DicomTransferSyntax.Parse(syntax)));
        var partial = 0;

        for (var length = 0; length < whole.Length; length++)
            if (Probe(whole[..length]) is { IsPartial: true } file)
            {
                partial++;
                Assert.False(DicomPixelsAreThere(file));
            }

        Assert.InRange(partial, syntax == DicomTransferSyntax.DeflatedExplicitVRLittleEndian.UID.UID ? 0 : whole.Length / 2, whole.Length);
    }

    [Fact]
    public void Open_CutValue_IsPartialAndLeavesTheValueOut()
    {
        var dataset = new DicomDataset { { DicomTag.PatientID, "12345678" }, { DicomTag.Modality, "CT" } };
        var bytes = Samples.Save(dataset);

        var file = Samples.Open(bytes[..^4]);

        Assert.True(file.IsPartial);
        Assert.Equal("CT", file.Dataset.GetString(DicomTag.Modality));
        var error = Assert.Throws<DicomDataException>(() => file.Dataset.GetString(DicomTag.PatientID));
        Assert.Equal(
            $"(stream): (0010,0020) Patient ID is not there. The file ends early: (0010,0020) Patient ID at byte {bytes.Length - 16:N0} declares 8 bytes, 4 are there.",
            error.Message);
    }

    [Fact]
    public void Open_ValueOf4GigabytesInASmallFile_IsAnErrorWithoutTheMemory()
    {
        var bytes = Samples.Raw(Explicit, 0x08, 0, 0x05, 0, (byte)'U', (byte)'T', 0, 0, 0xf0, 0xff, 0xff, 0xff, 1, 2, 3, 4);
        Probe(bytes); // what is loaded once is not counted
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<DicomFileException>(() => Samples.Open(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Equal($"(stream): at byte {bytes.Length - 16}: (0008,0005) Specific Character Set declares 4,294,967,280 bytes; 4 follow in this file of {bytes.Length}.", error.Message);
    }

    [Theory]
    [InlineData(0xffffffffu)]
    [InlineData(0x7ffffffeu)]
    public void Open_PixelDataLongerThanTheFile_NeverGivesAFrame(uint length)
    {
        var header = new byte[12] { 0xe0, 0x7f, 0x10, 0, (byte)'O', (byte)'W', 0, 0, 0, 0, 0, 0 };
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), length);
        var image = Samples.Save(Samples.Image(Explicit, 2, 2, 16));

        Assert.Null(Frame([.. image, .. header, 1, 2]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_TenThousandSequencesDeep_SaysThatItIsTooDeep(bool withLengths)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < 10_000; i++)
            bytes.AddRange(Opening(withLengths ? 16 * (10_000 - i) : -1));

        var error = Assert.Throws<DicomFileException>(() => Samples.Open(Samples.Raw(DicomTransferSyntax.ImplicitVRLittleEndian, [.. bytes])));

        Assert.Equal("(stream): at byte 1,758: (0040,0275) Request Attributes Sequence lies 101 sequences deep; at most 100 are read.", error.Message);
    }

    [Fact]
    public void Open_ItemBeyondItsSequence_SaysSo()
    {
        var bytes = Samples.Raw(DicomTransferSyntax.ImplicitVRLittleEndian,
            [0x40, 0, 0x75, 0x02, 16, 0, 0, 0, 0xfe, 0xff, 0, 0xe0, 40, 0, 0, 0, 0x10, 0, 0x20, 0, 0, 0, 0, 0, .. new byte[32]]);

        var error = Assert.Throws<DicomFileException>(() => Samples.Open(bytes));

        Assert.Equal("(stream): at byte 166: an item declares 40 bytes and so runs past the end of (0040,0275) Request Attributes Sequence at byte 182.", error.Message);
    }

    [Fact]
    public void Open_FragmentsWithoutEnd_IsPartial()
    {
        var bytes = Samples.Raw(DicomTransferSyntax.RLELossless,
            0xe0, 0x7f, 0x10, 0, (byte)'O', (byte)'B', 0, 0, 0xff, 0xff, 0xff, 0xff,
            0xfe, 0xff, 0, 0xe0, 0, 0, 0, 0, 0xfe, 0xff, 0, 0xe0, 2, 0, 0, 0, 1, 2);

        var file = Samples.Open(bytes);

        Assert.True(file.IsPartial);
        Assert.Single(file.Dataset.GetDicomItem<DicomFragmentSequence>(DicomTag.PixelData).Fragments);
    }

    [Fact]
    public void Open_NoRepresentationWhereOneMustBe_SaysWhatStandsThere()
    {
        var bytes = Samples.Raw(Explicit, [.. Text(0x10, "P1"), 0x10, 0, 0x30, 0, 0x01, 0x02, 0, 0]);

        var error = Assert.Throws<DicomFileException>(() => Samples.Open(bytes));

        Assert.Equal(
            $"(stream): at byte {bytes.Length - 8}: (0010,0030) Patient's Birth Date has the bytes 0x01 0x02 where its value representation was expected.",
            error.Message);
    }

    [Theory]
    [InlineData("", "the file is empty; a DICOM file was expected.")]
    [InlineData("no DICOM at all", "this is not a DICOM file: neither has it the letters 'DICM' at byte 128 nor does it begin with file meta information. If it is a bare dataset, export it again as a DICOM file.")]
    public void Open_NoDicom_SaysSo(string text, string problem)
    {
        var error = Assert.Throws<DicomFileException>(() => Samples.Open(System.Text.Encoding.ASCII.GetBytes(text)));

        Assert.Equal("(stream): " + problem, error.Message);
    }

    [Fact]
    public void Open_NoSuchFile_SaysSo() =>
        Assert.Equal("nowhere/x.dcm: there is no such file.", Assert.Throws<DicomFileException>(() => DicomFile.Open("nowhere/x.dcm")).Message);

    [Fact]
    public void Open_DeflatedRubbish_SaysThatItIsBroken()
    {
        var bytes = Samples.Raw(DicomTransferSyntax.DeflatedExplicitVRLittleEndian, 0xff, 0xff, 0xff, 0xff);

        var error = Assert.Throws<DicomFileException>(() => Samples.Open(bytes));

        Assert.Equal($"(stream): at byte {bytes.Length - 4}: the deflated dataset is broken after 0 inflated bytes.", error.Message);
    }

    // 80 megabytes of zeros pack into some eighty thousand bytes.
    [Fact]
    public void Open_DeflatedBomb_IsRefusedByTheLimit()
    {
        using var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(new byte[80_000_000]);
        var bytes = Samples.Raw(DicomTransferSyntax.DeflatedExplicitVRLittleEndian, packed.ToArray());

        var error = Assert.Throws<DicomFileException>(() => Samples.Open(bytes));

        Assert.Equal($"(stream): at byte {bytes.Length - packed.Length:N0}: the deflated dataset of {packed.Length:N0} bytes grows beyond 67,108,864.", error.Message);
    }

    [Theory]
    [InlineData("1.2.840.10008.1.2")]
    [InlineData("1.2.840.10008.1.2.1")]
    [InlineData("1.2.840.10008.1.2.2")]
    public void Open_RandomBytesChanged_EndsSoonWithADicomErrorAtWorst(string syntax)
    {
        var random = new Random(20240229);
        var whole = Samples.Save(Samples.Everything(DicomTransferSyntax.Parse(syntax)));
        Probe(whole);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 2000; i++)
        {
            var mutant = (byte[])whole.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
                mutant[random.Next(132, mutant.Length)] = (byte)random.Next(256);
            Read(mutant);
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 2000, 0, 500_000);
    }

    // Everything there is to read; only a DICOM error may come of it.
    private static void Read(byte[] bytes)
    {
        if (Probe(bytes) is not { } file)
            return;
        foreach (var item in file.Dataset)
            _ = item is DicomElement element ? Attempt(() => element.Get<string>()) : item.ToString();
        Attempt(() => DicomPixelData.Create(file.Dataset.Clone(Explicit)).GetFrame(0).Data);
    }

    private static DicomFile? Probe(byte[] bytes) => Attempt(() => Samples.Open(bytes));

    private static byte[]? Frame(byte[] bytes) =>
        Attempt(() => DicomPixelData.Create(Samples.Open(bytes).Dataset).GetFrame(0).Data);

    private static bool DicomPixelsAreThere(DicomFile file) => Attempt(() => DicomPixelData.Create(file.Dataset).GetFrame(0).Data) is not null;

    private static T? Attempt<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DicomException e)
        {
            Assert.NotEmpty(e.Message);
            return null;
        }
    }

    private static byte[] Text(byte element, string text) =>
        [0x10, 0, element, 0, (byte)'L', (byte)'O', (byte)text.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(text)];

    // The headers of an implicit sequence and of its first item; a length or, below 0, none.
    private static byte[] Opening(int length)
    {
        var bytes = new byte[] { 0x40, 0, 0x75, 0x02, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xff, 0, 0xe0, 0xff, 0xff, 0xff, 0xff };
        if (length < 0)
            return bytes;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), length - 16);
        return bytes;
    }
}
