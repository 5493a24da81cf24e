using System.IO.Compression;

namespace Framework.Components.Data.Npz;

/// <summary>Reads <c>.npz</c> files: zip archives of NumPy arrays.</summary>
public static class NpzFile
{
    /// <summary>The largest array that is read, in bytes.</summary>
    public const int LargestBytes = 1 << 30;

    private const long DeflateRatio = 1032; // no more than 258 bytes come from two bits
    private const string Remedy = "Save the file again with numpy.savez.";

    /// <summary>Reads one array of numbers; never more is unpacked than its header declares.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">How messages name the file: relative to the data's root.</param>
    /// <param name="array">The array's name.</param>
    /// <exception cref="DataFormatException">The file is not there, damaged, without such an array, or the array is larger than the limit; the
    /// message starts with <paramref name="name"/>.</exception>
    public static NpyArray Read(string path, string name, string array)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(file, name, array);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new DataFormatException($"{name}: the file cannot be read. Check that it is there and that this user may read it.", e);
        }
    }

    /// <summary>Reads one array of a file that is open already.</summary>
    /// <inheritdoc cref="Read(string, string, string)" />
    /// <param name="file">The file's content.</param>
    /// <param name="name">How messages name the file.</param>
    /// <param name="array">The array's name.</param>
    public static NpyArray Read(Stream file, string name, string array)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var entry = archive.GetEntry(array + ".npy") ?? throw new DataFormatException(
                $"{name}: there is no array '{array}'. The arrays are {string.Join(", ", archive.Entries.Take(20).Select(item => Path.GetFileNameWithoutExtension(item.FullName)))}.");
            using var stream = entry.Open();
            var header = NpyHeader.Read(stream);
            var bytes = header.Bytes;
            if (bytes > LargestBytes)
                throw new DataFormatException(FormattableString.Invariant($"{name}: the array '{array}' has {bytes:N0} bytes; up to {LargestBytes:N0} are read. Split it."));
            if (bytes > entry.Length || bytes > Math.Min(entry.CompressedLength, file.Length) * DeflateRatio)
                throw new InvalidDataException("it ends before the numbers that its header declares");
            var data = new byte[bytes];
            stream.ReadExactly(data);
            return new NpyArray(header.Shape, header.Type, header.ColumnsFirst, data);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or OverflowException or NotSupportedException or ArgumentException)
        {
            var fact = e is InvalidDataException && e.Message.StartsWith("it", StringComparison.Ordinal) ? e.Message : "it is damaged";
            throw new DataFormatException($"{name}: the array '{array}' cannot be read: {fact}. {Remedy}", e);
        }
    }
}
