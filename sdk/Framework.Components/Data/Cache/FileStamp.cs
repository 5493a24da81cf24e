using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Framework.Components.Data.Cache;

/// <summary>What a file was: its size, when it was written, and the checksum of its bytes.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Written">Ticks of UTC.</param>
/// <param name="Content">Of all bytes.</param>
internal readonly record struct FileStamp(long Size, long Written, UInt128 Content)
{
    private const int ChunkLength = 1 << 20;

    /// <summary>Size and time without reading the file; null where it is not there.</summary>
    public static FileStamp? Glance(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks, 0) : null;
    }

    /// <summary>The same with the checksum of its bytes.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FileStamp WithContent(string path)
    {
        using var file = File.OpenHandle(path);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength);
        var sum = new Checksum();
        try
        {
            for (long at = 0; ;)
            {
                var count = Fill(file, at, chunk.AsSpan(0, ChunkLength));
                sum.Add(chunk.AsSpan(0, count));
                at += count;
                if (count < ChunkLength)
                    return this with { Content = sum.Value };
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static int Fill(SafeFileHandle file, long at, Span<byte> chunk)
    {
        var count = 0;
        while (count < chunk.Length && RandomAccess.Read(file, chunk[count..], at + count) is > 0 and var read)
            count += read;
        return count;
    }
}
