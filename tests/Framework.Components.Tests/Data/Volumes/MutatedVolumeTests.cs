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
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // An image of what the file really holds, a byte a voxel at least; not what its header says.
        var sensible = Math.Max(floats, sizeof(float) * Held(path));
        Assert.InRange(allocated, 0, (4 * sensible) + Overhead);
        return read;
    }

    /// <summary>Bytes that can be had from a file before it breaks off.</summary>
    private static long Held(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = Path.GetExtension(path) == ".gz" ? new GZipStream(file, CompressionMode.Decompress) : file;
        var (buffer, held) = (new byte[4096], 0L);
        try
        {
            while (stream.Read(buffer) is > 0 and var count)
                held += count;
        }
        catch (InvalidDataException)
        {
            // As far as it goes.
        }

        return Math.Max(held, file.Length);
    }

    // Of 500 million voxels that are declared, which a file of two megabytes could hold, three million come.
    [Fact]
    public void Read_DeclaringFarMoreThanComes_TakesMemoryForWhatComes()
    {
        var content = new byte[352 + 6_000_000];
        Written("int16.nii", NiftiVoxels.Int16).AsSpan(0, 352).CopyTo(content);
        short[] size = [3, 1000, 1000, 500, 1, 1, 1, 1];
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(size.AsSpan()).CopyTo(content.AsSpan(40));
        new Random(5).NextBytes(content.AsSpan(352, 1_900_000)); // a file of two megabytes
        var path = Path.Combine(_folder, "much.nii.gz");
        File.WriteAllBytes(path, Pack(content));
        using var workspace = new SampleWorkspace();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<DataFormatException>(() => VolumeFile.Read(path, "much.nii.gz", workspace));
        Assert.StartsWith("much.nii.gz: the voxels end after 6,000,000 of 1,000,000,000 bytes", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (4 * sizeof(float) * 3_000_000) + Overhead);
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
