using System.Diagnostics;
using System.Globalization;
using FellowOakDicom.Imaging;
using FellowOakDicom.Imaging.Codec;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Tests;

/// <summary>Thousands of damaged compressed files: each gives samples or a DICOM error, soon, and none takes the process or its memory away.</summary>
[Collection(nameof(OneAtATime))]
public sealed class MutatedFrameTests
{
    private const long Overhead = 1 << 20;
    private const long Sensible = 256L << 20;

    private static readonly DicomTransferSyntax Native = DicomTransferSyntax.ExplicitVRLittleEndian;

    private static readonly string[] Names =
    [
        "JPEG2000.dcm", "JPEGLSNearLossless_16.dcm", "JPGExtended.dcm", "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm",
        "MR_small_RLE.dcm", "SC_rgb_dcmtk_+eb+cy+s2.dcm", "SC_rgb_jpeg_gdcm.dcm", "SC_rgb_rle_16bit_2frame.dcm",
    ];

    [Fact]
    public void DecodeFrame_LosslessJpeg_GivesThePixels()
    {
        var pixels = Ramp(8, 6);

        var frame = Decode(Lossless(pixels, 8, 6), 0);

        Assert.Equal(pixels, IO.ByteConverter.ToArray<ushort>(frame));
    }

    [SharedDataFact]
    public void DecodeFrame_MutatedFiles_GivesSamplesOrErrors()
    {
        var originals = Names.Select(name => File.ReadAllBytes(SharedData.File("data", "dicom-syntaxes", name)))
            .Append(Samples.Save(Lossless(Ramp(32, 24), 32, 24))).ToArray();
        foreach (var original in originals)
            Assert.True(TryDecode(original));
        var (decoded, refused) = (0, 0);
        var resident = Resident();

        // From several threads, as loaders do: what a broken stream leaves behind must not be in the way of another.
        Parallel.ForEach(MutatedFiles.Of(originals, seed: 11), new ParallelOptions { MaxDegreeOfParallelism = 4 }, file =>
        {
            var started = Stopwatch.GetTimestamp();
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = TryDecode(file) ? Interlocked.Increment(ref decoded) : Interlocked.Increment(ref refused);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (256 * file.Length) + Overhead);
        });

        Assert.Equal(MutatedFiles.Count, decoded + refused);
        Assert.InRange(refused, MutatedFiles.Count / 8, MutatedFiles.Count);
        Assert.InRange(decoded, MutatedFiles.Count / 8, MutatedFiles.Count);
        Assert.InRange(Resident() - resident, long.MinValue, Sensible);
    }

    private static bool TryDecode(byte[] file)
    {
        try
        {
            var dataset = Samples.Open(file).Dataset;
            for (var i = 0; i < Math.Min(DicomPixelData.Create(dataset).NumberOfFrames, 4); i++)
                _ = Decode(dataset, i);
            return true;
        }
        catch (DicomException)
        {
            return false;
        }
    }

    private static IByteBuffer Decode(DicomDataset dataset, int frame) =>
        new DicomTranscoder(dataset.InternalTransferSyntax, Native).DecodeFrame(dataset, frame);

    private static DicomDataset Lossless(ushort[] pixels, int columns, int rows)
    {
        var dataset = Samples.Image(DicomTransferSyntax.JPEGProcess14SV1, columns, rows, 16);
        DicomPixelData.Create(dataset, newPixelData: true).AddFrame(new MemoryByteBuffer(LosslessJpeg.Encode(pixels, columns, rows)));
        return dataset;
    }

    private static ushort[] Ramp(int columns, int rows) =>
        [.. Enumerable.Range(0, columns * rows).Select(i => (ushort)((i * 977) ^ (i << 9)))];

    // The most that the process ever held, in bytes: native memory is in it.
    private static long Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
