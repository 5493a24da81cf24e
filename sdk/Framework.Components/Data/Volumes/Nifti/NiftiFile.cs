using System.Buffers;
using System.IO.Compression;

namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>Writes NIfTI-1 files.</summary>
public static class NiftiFile
{
    private const int ChunkVoxels = 1 << 15;

    /// <summary>Writes an image as <c>.nii</c> or <c>.nii.gz</c>, whichever the name says. The file appears whole or not at all.</summary>
    /// <remarks>
    /// The affine is written as sform, and as qform too unless it is sheared, which a qform cannot be; spacing is in millimetres. Channels become the
    /// fourth axis. An encoding that is not the identity becomes scl_slope and scl_inter. Nothing of a patient is written.
    /// </remarks>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="image">(channel, z, y, x) or (channel, y, x), at most 32,767 along each axis.</param>
    /// <param name="voxels">How values are stored. Whole-number types refuse a value that they would change.</param>
    /// <exception cref="DataFormatException">The image does not fit the format, or a value the type.</exception>
    public static void Write(string path, Image image, NiftiVoxels voxels = NiftiVoxels.Float32)
    {
        var name = Path.GetFileName(path);
        var compressed = name.EndsWith(".nii.gz", StringComparison.OrdinalIgnoreCase);
        if (!compressed && !name.EndsWith(".nii", StringComparison.OrdinalIgnoreCase))
            throw VolumeError.Saying(name, "a NIfTI file's name ends in .nii or .nii.gz. Rename it.");
        var header = NiftiHeaderWriter.Header(image, voxels, name);
        WholeFile.Write(path, file =>
        {
            using var stream = compressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
            stream.Write(header);
            WriteVoxels(stream, image.Pixels, voxels, name);
        });
    }

    private static void WriteVoxels(Stream stream, ReadOnlySpan<float> pixels, NiftiVoxels voxels, string name)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkVoxels * sizeof(float));
        try
        {
            for (var at = 0; at < pixels.Length; at += ChunkVoxels)
            {
                var part = pixels.Slice(at, Math.Min(ChunkVoxels, pixels.Length - at));
                stream.Write(chunk.AsSpan(0, VoxelEncoder.Encode(part, chunk, voxels, name)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
