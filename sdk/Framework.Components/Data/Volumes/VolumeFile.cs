using System.Buffers;
using Framework.Components.Data.Volumes.Mgh;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Data.Volumes;

/// <summary>Reads volumes from files: NIfTI-1 and NIfTI-2 (<c>.nii</c>, <c>.nii.gz</c>, <c>.hdr</c> with <c>.img</c>) and MGH (<c>.mgh</c>, <c>.mgz</c>).</summary>
/// <remarks>
/// Any numeric type and byte order; scaling is applied. What the header declares decides how much is inflated and allocated, and is refused where
/// the file cannot hold it. The affine is nibabel's: sform where its code is above 0, else qform, else spacing alone with the centre at the origin.
/// </remarks>
public static class VolumeFile
{
    private const int ChunkBytes = 1 << 17;

    private static readonly string[] Endings = [".nii", ".nii.gz", ".hdr", ".img", ".hdr.gz", ".img.gz", ".mgh", ".mgz", ".mgh.gz"];

    /// <summary>Whether a file's name ends as those of volumes do.</summary>
    /// <param name="path">A path or a name.</param>
    public static bool IsVolume(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a volume.</summary>
    /// <param name="path">The file; of a pair either the <c>.hdr</c> or the <c>.img</c>.</param>
    /// <param name="name">How messages name the file: relative to the data's root.</param>
    /// <param name="workspace">Where the voxels go.</param>
    /// <param name="options">Which volume, what becomes of values that are not finite, limits; null for the defaults.</param>
    /// <returns>Image (channel, z, y, x) with the affine of (x, y, z) to RAS millimetres; x is the file's fastest axis.</returns>
    /// <exception cref="DataFormatException">The file is not there, of another kind, cut off or declares what it cannot hold; the message starts with <paramref name="name"/>.</exception>
    public static Image Read(string path, string name, SampleWorkspace workspace, VolumeOptions? options = null) =>
        Guard(path, name, () => ReadVoxels(path, name, workspace, options ?? new VolumeOptions()));

    /// <summary>Reads a header alone.</summary>
    /// <param name="path">The file; of a pair either one.</param>
    /// <param name="name">How messages name the file.</param>
    /// <returns>The shape (channel, z, y, x) that <see cref="Read"/> would give, and the geometry.</returns>
    /// <exception cref="DataFormatException">As <see cref="Read"/>, voxels aside.</exception>
    public static (IReadOnlyList<int> Shape, Geometry Geometry) ReadHeader(string path, string name) => Guard(path, name, () =>
    {
        using var header = VolumeStream.Open(HeaderPath(path), name);
        var layout = Layout(header, name);
        return ((IReadOnlyList<int>)[layout.Size.Volumes, layout.Size.Z, layout.Size.Y, layout.Size.X], layout.Geometry);
    });

    private static T Guard<T>(string path, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            var missing = File.Exists(path) ? $"there is no {Path.GetExtension(path) switch { ".hdr" => ".img", _ => ".hdr" }} file beside it" : "there is no such file";
            throw new DataFormatException($"{name}: {missing}. Copy it to the data's root, or remove its row from the table.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DataFormatException($"{name}: the file may not be read. Give this user permission to read it.", e);
        }
        catch (IOException e)
        {
            throw VolumeError.Of(name, "the file cannot be read", e);
        }
    }

    private static Image ReadVoxels(string path, string name, SampleWorkspace workspace, VolumeOptions options)
    {
        using var span = WorkSpan.Begin("decode");
        var (headerPath, dataPath) = (HeaderPath(path), DataPath(path));
        var header = VolumeStream.Open(headerPath, name);
        try
        {
            var layout = Layout(header, name);
            if (headerPath != dataPath)
            {
                header.Dispose();
                header = VolumeStream.Open(dataPath, name);
            }

            header.CheckHolds(layout);
            var (first, count) = Chosen(layout, name, options);
            if ((long)count * layout.VolumeVoxels > options.MaximumVoxels)
                throw VolumeError.Saying(name, FormattableString.Invariant($"it declares {(long)count * layout.VolumeVoxels:N0} voxels, and the limit is {options.MaximumVoxels:N0}. Raise maximum_voxels if that is right, or choose one volume."));
            header.SkipTo(layout.Offset + ((long)first * layout.VolumeVoxels * layout.Format.Bytes), layout);
            var image = Fill([count, layout.Size.Z, layout.Size.Y, layout.Size.X], header, layout, workspace);
            if (first + count == layout.Size.Volumes)
                header.Finish();
            if (layout.Format.MayBeNonFinite)
                NonFiniteVoxels.Apply(image.Pixels, options.NonFinite, name);
            return image;
        }
        finally
        {
            header.Dispose();
        }
    }

    private static (int First, int Count) Chosen(VolumeLayout layout, string name, VolumeOptions options)
    {
        if (options.Volume is not { } volume)
            return (0, layout.Size.Volumes);
        return volume < layout.Size.Volumes
            ? (volume, 1)
            : throw VolumeError.Saying(name, $"volume {volume} was asked for, counted from 0, and the file has {layout.Size.Volumes}. Choose one of them.");
    }

    // Where more is declared than the file has bytes, memory follows what really comes out of it.
    private static Image Fill(int[] shape, VolumeStream stream, VolumeLayout layout, SampleWorkspace workspace)
    {
        var count = shape.Aggregate(1, (product, size) => checked(product * size));
        if (count <= stream.Length)
        {
            var image = workspace.Allocate(shape, geometry: layout.Geometry);
            Fill(image.Pixels, stream, layout);
            return image;
        }

        using var pieces = new VoxelPieces();
        pieces.Fill(count, piece => Fill(piece, stream, layout));
        var whole = workspace.Allocate(shape, geometry: layout.Geometry);
        pieces.CopyTo(whole.Pixels);
        return whole;
    }

    // Chunk by chunk, so that bytes are converted while they are still in the processor's cache.
    private static void Fill(Span<float> pixels, VolumeStream stream, VolumeLayout layout)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var step = ChunkBytes / layout.Format.Bytes;
            for (var at = 0; at < pixels.Length; at += step)
            {
                var part = pixels.Slice(at, Math.Min(step, pixels.Length - at));
                var bytes = chunk.AsSpan(0, part.Length * layout.Format.Bytes);
                stream.Read(bytes, layout);
                VoxelDecoder.Decode(bytes, part, layout.Format);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static VolumeLayout Layout(VolumeStream stream, string name)
    {
        if (NiftiHeader.TryRead(stream.Head, name) is { } nifti)
            return nifti;
        return MghHeader.TryRead(stream.Head, name)
            ?? throw VolumeError.Of(name, "this is neither a NIfTI nor an MGH file: it has the size and letters of neither header");
    }

    /// <summary>The files that <see cref="Read"/> opens: a header and its data are two.</summary>
    internal static IEnumerable<string> FilesOf(string path) => new[] { HeaderPath(path), DataPath(path) }.Distinct();

    private static string HeaderPath(string path) => Sibling(path, ".img", ".hdr");

    private static string DataPath(string path) => Sibling(path, ".hdr", ".img");

    private static string Sibling(string path, string from, string to)
    {
        var (stem, compressed) = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? (path[..^3], path[^3..]) : (path, "");
        if (!stem.EndsWith(from, StringComparison.OrdinalIgnoreCase))
            return path;
        var sibling = stem[..^4] + to;
        return File.Exists(sibling + compressed) || compressed.Length == 0 ? sibling + compressed : sibling;
    }
}
