using FellowOakDicom.Imaging;
using FellowOakDicom.Imaging.Codec;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Tests;

/// <summary>Decoding: run lengths worked by hand, frames and fragments, and streams that are not what the dataset says.</summary>
public sealed class CompressedPixelDataTests
{
    private static readonly DicomTransferSyntax Native = DicomTransferSyntax.ExplicitVRLittleEndian;

    private static readonly string[] Names =
    [
        "JPEG2000.dcm", "JPEGLSNearLossless_16.dcm", "JPGExtended.dcm", "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm",
        "MR_small_RLE.dcm", "SC_rgb_dcmtk_+eb+cy+s2.dcm", "SC_rgb_jpeg_gdcm.dcm",
    ];

    public static TheoryData<string> CompressedFiles => [.. Names];

    [Fact]
    public void DecodeFrame_RunLengths_GivesLiteralsAndRepeats()
    {
        var dataset = Rle(3, 2, 16, [2, 1, 2, 3, 0xfe, 9], [0xfb, 7]); // high bytes 1 2 3 9 9 9, low bytes 7 six times

        var frame = new DicomTranscoder(dataset.InternalTransferSyntax, Native).DecodeFrame(dataset, 0);

        Assert.Equal<ushort>([0x107, 0x207, 0x307, 0x907, 0x907, 0x907], IO.ByteConverter.ToArray<ushort>(frame));
    }

    [Fact]
    public void DecodeFrame_RunLengthsTooFew_SaysHowMany()
    {
        var dataset = Rle(3, 2, 8, [2, 1, 2, 3]);

        var error = Assert.Throws<DicomCodecException>(() => dataset.Clone(Native));

        Assert.Equal("frame 0 (RLE Lossless): segment 1 of the compressed stream ends after 3 of 6 pixels.", error.Message);
    }

    [Fact]
    public void GetFrame_SeveralFragmentsAFrame_FollowsTheOffsetTable()
    {
        var dataset = Samples.Image(DicomTransferSyntax.RLELossless, 1, 1, 8);
        dataset.AddOrUpdate(DicomTag.NumberOfFrames, 2);
        var fragments = new DicomOtherByteFragment(DicomTag.PixelData);
        fragments.OffsetTable.Add(0);
        fragments.OffsetTable.Add(20);
        foreach (var part in new byte[][] { [1, 2], [3, 4], [5, 6] })
            fragments.Fragments.Add(new MemoryByteBuffer(part));
        dataset.AddOrUpdate(fragments);

        var pixels = DicomPixelData.Create(Samples.Open(Samples.Save(dataset)).Dataset);

        Assert.Equal<byte>([1, 2, 3, 4], pixels.GetFrame(0).Data);
        Assert.Equal<byte>([5, 6], pixels.GetFrame(1).Data);
    }

    [SharedDataFact]
    public void Clone_ColumnsAtOddsWithTheStream_SaysBoth()
    {
        var dataset = DicomFile.Open(SharedData.File("data", "dicom-syntaxes", "MR_small_jpeg_ls_lossless.dcm")).Dataset;
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)4000);

        var error = Assert.Throws<DicomCodecException>(() => dataset.Clone(Native));

        Assert.EndsWith(
            "MR_small_jpeg_ls_lossless.dcm: frame 0 (JPEG-LS Lossless Image Compression): the compressed stream holds 64 x 64 pixels of 1 samples; the dataset says 4000 x 64 of 1.",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40_000, 20_000, "the compressed stream of 53 bytes claims an image of 800,000,000. Above 64 MB at most 1,000 times the stream is read.")]
    [InlineData(60_000, 60_000, null)] // more than any frame can have: refused when the attributes are read
    public void DecodeFrame_SmallStreamThatClaimsGigabytes_IsRefusedWithoutTheMemory(int columns, int rows, string? message)
    {
        byte[] size = [(byte)(columns >> 24), (byte)(columns >> 16), (byte)(columns >> 8), (byte)columns, (byte)(rows >> 24), (byte)(rows >> 16), (byte)(rows >> 8), (byte)rows];
        byte[] stream = [0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0, .. size, .. new byte[8], .. size, .. new byte[8], 0, 1, 7, 1, 1, .. new byte[8]];
        var dataset = Samples.Image(DicomTransferSyntax.JPEG2000Lossless, columns, rows, 8);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.ThrowsAny<DicomException>(() =>
        {
            DicomPixelData.Create(dataset, newPixelData: true).AddFrame(new MemoryByteBuffer(stream));
            return new DicomTranscoder(dataset.InternalTransferSyntax, Native).DecodeFrame(dataset, 0);
        });

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        if (message is not null)
            Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }

    [SharedDataTheory]
    [MemberData(nameof(CompressedFiles))]
    public void Clone_RandomBytesChanged_EndsSoonWithADicomErrorAtWorst(string name)
    {
        var whole = File.ReadAllBytes(SharedData.File("data", "dicom-syntaxes", name));
        var random = new Random(7);

        for (var i = 0; i < 100; i++)
        {
            var mutant = i % 4 == 0 ? whole[..random.Next(300, whole.Length)] : (byte[])whole.Clone();
            for (var n = random.Next(1, 8); n > 0; n--)
                mutant[random.Next(Math.Min(300, mutant.Length - 1), mutant.Length)] = (byte)random.Next(256);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var error = Record.Exception(() => DicomPixelData.Create(Samples.Open(mutant).Dataset.Clone(Native)).GetFrame(0).Data);
            Assert.True(error is null or DicomException, error?.ToString());
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        }
    }

    [SharedDataFact]
    public void DecodeFrame_FromEightThreads_GivesTheSameValues()
    {
        var paths = Array.ConvertAll(Names, name => SharedData.File("data", "dicom-syntaxes", name));
        var alone = Array.ConvertAll(paths, Decode);

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(alone[i % paths.Length], Decode(paths[i % paths.Length])));
    }

    [SharedDataFact]
    public void Transcode_CompressedFile_CanBeSavedAndOpened()
    {
        var file = DicomFile.Open(SharedData.File("data", "dicom-syntaxes", "SC_rgb_dcmtk_+eb+cy+s2.dcm")).Clone(Native);
        using var stream = new MemoryStream();
        file.Save(stream);

        var opened = Samples.Open(stream.ToArray());

        Assert.Equal(Native, opened.FileMetaInfo.TransferSyntax);
        Assert.Equal("YBR_FULL", opened.Dataset.GetString(DicomTag.PhotometricInterpretation));
        Assert.Equal(DicomPixelData.Create(file.Dataset).GetFrame(0).Data, DicomPixelData.Create(opened.Dataset).GetFrame(0).Data);
    }

    [Fact]
    public void Transcode_ToACompressedSyntax_SaysThatItIsNotSupported()
    {
        var error = Assert.Throws<DicomCodecException>(() => Samples.Slice(Native).Clone(DicomTransferSyntax.JPEG2000Lossless));

        Assert.Equal("compressing to 'JPEG 2000 Image Compression (Lossless Only)' is not supported; native syntaxes can be written.", error.Message);
    }

    private static byte[] Decode(string path)
    {
        var dataset = DicomFile.Open(path).Dataset;
        return new DicomTranscoder(dataset.InternalTransferSyntax, Native).DecodeFrame(dataset, 0).Data;
    }

    private static DicomDataset Rle(int columns, int rows, int bits, params byte[][] segments)
    {
        var dataset = Samples.Image(DicomTransferSyntax.RLELossless, columns, rows, bits);
        var stream = new byte[64];
        BitConverter.TryWriteBytes(stream.AsSpan(0), segments.Length);
        for (int i = 0, at = 64; i < segments.Length; at += segments[i++].Length)
            BitConverter.TryWriteBytes(stream.AsSpan(4 + 4 * i), at);
        DicomPixelData.Create(dataset, newPixelData: true).AddFrame(new MemoryByteBuffer([.. stream, .. segments.SelectMany(s => s)]));
        return dataset;
    }
}
