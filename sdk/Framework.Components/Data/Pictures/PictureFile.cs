using System.Buffers;

namespace Framework.Components.Data.Pictures;

/// <summary>Reads PNG (1 to 16 bits, grey, colour, palette, transparent, interlaced) and JPEG files (grey or colour, baseline or progressive).</summary>
public static class PictureFile
{
    /// <summary>The largest picture that is read, in pixels.</summary>
    public const int LargestPixels = 100_000_000;

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestBytes = 1 << 30;

    private const string Remedy = "Export the picture again, or set data.on_error: quarantine to leave such cases out.";

    /// <summary>Whether the first bytes of a file are those of a PNG or a JPEG file.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> start) => KindOf(start) is not null;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; its content, not its name, says whether it is PNG or JPEG.</param>
    /// <param name="name">How messages name the file: relative to the data's root.</param>
    /// <param name="options">Channels, transparency, palette.</param>
    /// <param name="workspace">Where the pixels go.</param>
    /// <returns>Image (channel, y, x) of the file's values; the geometry is unknown, the encoding says how many bits a value has.</returns>
    /// <exception cref="DataFormatException">The file is not there, neither PNG nor JPEG, damaged, or larger than the limits; the message
    /// starts with <paramref name="name"/>.</exception>
    public static Image Read(string path, string name, PictureOptions options, SampleWorkspace workspace)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (file.Length > LargestBytes)
                throw new DataFormatException(FormattableString.Invariant($"{name}: the file has {file.Length:N0} bytes; pictures of up to {LargestBytes:N0} are read."));
            var length = (int)file.Length;
            var buffer = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                file.ReadExactly(buffer, 0, length);
                return Decode(buffer.AsSpan(0, length), name, options, workspace);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException(e is FileNotFoundException or DirectoryNotFoundException
                ? $"{name}: there is no such file. Copy it to the data's root, or remove its row from the table."
                : $"{name}: the file cannot be read. Give this user permission to read it.", e);
        }
    }

    /// <summary>Decodes a file that is in memory already.</summary>
    /// <inheritdoc cref="Read" />
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">How messages name the file.</param>
    /// <param name="options">Channels, transparency, palette.</param>
    /// <param name="workspace">Where the pixels go.</param>
    public static Image Decode(ReadOnlySpan<byte> file, string name, PictureOptions options, SampleWorkspace workspace)
    {
        var kind = KindOf(file) ?? throw new DataFormatException(
            $"{name}: the file is neither PNG nor JPEG: its first bytes are {Bytes(file)}. {Remedy}");
        var header = default(PictureHeader);
        Check(name, PictureBridge.Read(file, kind, options, ref header, []));
        CheckSize(file.Length, kind, header, name);
        var bytes = (int)header.Bytes;
        var samples = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            Check(name, PictureBridge.Read(file, kind, options, ref header, samples.AsSpan(0, bytes)));
            return PictureSamples.ToImage(samples.AsSpan(0, bytes), header, options, workspace);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(samples);
        }
    }

    private static PictureKind? KindOf(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PictureKind.Png
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? PictureKind.Jpeg : null;

    private static string Bytes(ReadOnlySpan<byte> file) =>
        file.IsEmpty ? "missing" : Convert.ToHexString(file[..Math.Min(4, file.Length)]).Insert(Math.Min(4, 2 * file.Length), " ").Trim();

    private static void Check(string name, string? fault)
    {
        if (fault is not null)
            throw new DataFormatException($"{name}: the picture is damaged: {fault}. {Remedy}");
    }

    /// <summary>A header is believed only where the file can hold as many pixels: neither compression does better than this.</summary>
    private static void CheckSize(int length, PictureKind kind, in PictureHeader header, string name)
    {
        const int deflateRatio = 1032;  // at most 258 bytes from two bits
        const int jpegRatio = 32 * 32 * 8;  // a block of 8 x 8 takes a bit, and colour is sampled at most four times coarser
        if (header.Pixels > LargestPixels)
            throw new DataFormatException(FormattableString.Invariant(
                $"{name}: the picture has {header.Width:N0} x {header.Height:N0} pixels; up to {LargestPixels:N0} are read. Cut it into tiles or reduce it."));
        var least = kind == PictureKind.Png ? (header.Pixels * header.Depth / 8) / deflateRatio : header.Pixels / jpegRatio;
        if (length < least)
            throw new DataFormatException(FormattableString.Invariant(
                $"{name}: {length:N0} bytes cannot hold the {header.Width:N0} x {header.Height:N0} pixels that the file declares. {Remedy}"));
    }
}
