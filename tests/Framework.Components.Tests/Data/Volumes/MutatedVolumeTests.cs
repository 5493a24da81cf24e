using System.Diagnostics;
using System.IO.Compression;
using Framework.Components.Data.Volumes;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Tests.Data.Volumes;

[Collection(nameof(OneAtATime))]
public sealed class MutatedVolumeTests : IDisposable
{
    // What a workspace may round an image up to, and what one thread needs besides.
    private const long Overhead = 1 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("framework-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, ".nii")]
    [InlineData(2, ".nii.gz")]
    [InlineData(3, ".nii2")]
    [InlineData(4, ".mgh")]
    public void Read_MutatedFiles_GivesVolumesOrNamedErrors(int seed, string kind)
    {
        byte[][] originals = kind switch
        {
            ".nii2" => [Second()],
            ".mgh" => [Mgh()],
            _ => [Written("float32.nii", NiftiVoxels.Float32), Written("int16.nii", NiftiVoxels.Int16), Written("uint8.nii", NiftiVoxels.UInt8)],
        };
        var (read, refused) = (0, 0);
        foreach (var (file, i) in MutatedFiles.Of(originals, seed).Select((file, i) => (file, i)))
        {
            var name = kind == ".nii.gz" ? "m.nii.gz" : kind == ".mgh" ? "m.mgh" : "m.nii";
            // The inflated bytes are damaged and packed again, or else the packed ones: the first reach the header, the second the inflater.
            File.WriteAllBytes(Path.Combine(_folder, name), kind != ".nii.gz" ? file : i % 2 == 0 ? Pack(file) : MutatedFiles.Of([Pack(originals[0])], i, 1).Single());
            (read, refused) = TryRead(name) ? (read + 1, refused) : (read, refused + 1);
        }

        Assert.Equal(MutatedFiles.Count, read + refused);
        Assert.InRange(refused, MutatedFiles.Count / 4, MutatedFiles.Count);
        Assert.InRange(read, 1, MutatedFiles.Count);
    }

    private bool TryRead(string name)
    {
        var path = Path.Combine(_folder, name);
        using var workspace = new SampleWorkspace();
        var started = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var floats = 0L;
        var read = true;
        try
        {
            floats = 4L * VolumeFile.Read(path, name, workspace).Length;
        }
        catch (DataFormatException e)
        {
            Assert.StartsWith(name + ": ", e.Message, StringComparison.Ordinal);
            Assert.Matches("[.]$", e.Message);
            read = false;
        }

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
        // An image that the file holds, or could hold if it were all one value: at most 1032 bytes come out of one.
        var sensible = Math.Max(floats, Path.GetExtension(name) == ".gz" ? new FileInfo(path).Length * 1032 : 4 * new FileInfo(path).Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (4 * sensible) + Overhead);
        return read;
    }

    private byte[] Written(string name, NiftiVoxels voxels)
    {
        using var workspace = new SampleWorkspace();
        NiftiFile.Write(Path.Combine(_folder, name), NiftiFileTests.Numbered(workspace), voxels);
        return File.ReadAllBytes(Path.Combine(_folder, name));
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(content);
        return packed.ToArray();
    }

    /// <summary>A NIfTI-2 file of 5 x 4 x 3 voxels, laid out by hand.</summary>
    private static byte[] Second()
    {
        using var file = new MemoryStream(new byte[544 + 120]);
        using var writer = new BinaryWriter(file);
        writer.Write(540);
        writer.Write("n+2\0\r\n\u001a\n"u8);
        writer.Write((short)4);
        writer.Write((short)16);
        foreach (var size in (long[])[3, 5, 4, 3, 1, 1, 1, 1])
            writer.Write(size);
        file.Position = 104;
        foreach (var spacing in (double[])[1, 2, 3, 4])
            writer.Write(spacing);
        file.Position = 168;
        writer.Write(544L);
        writer.Write(1.0);
        file.Position = 544;
        writer.Write(Enumerable.Range(0, 120).Select(i => (byte)i).ToArray());
        return file.ToArray();
    }

    /// <summary>An MGH file of 5 x 4 x 3 voxels of 16 bits, laid out by hand.</summary>
    private static byte[] Mgh()
    {
        var file = new byte[284 + 120];
        var at = 0;
        foreach (var number in (int[])[1, 5, 4, 3, 1, 4, 0])
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), number);
            at += 4;
        }

        file[29] = 1;
        at = 30;
        foreach (var number in (float[])[1, 1, 1, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0])
        {
            System.Buffers.Binary.BinaryPrimitives.WriteSingleBigEndian(file.AsSpan(at), number);
            at += 4;
        }

        return file;
    }
}
