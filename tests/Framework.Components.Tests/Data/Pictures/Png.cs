using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Framework.Components.Tests.Data.Pictures;

/// <summary>Grey PNG files put together chunk by chunk.</summary>
internal static class Png
{
    /// <summary>A file that declares a size and holds no pixels.</summary>
    public static byte[] Header(int width, int height) => File(width, height, []);

    public static byte[] Grey(int width, int height, byte[] values)
    {
        var lines = new MemoryStream();
        using (var deflate = new ZLibStream(lines, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(values, y * width, width);
            }
        }

        return File(width, height, lines.ToArray());
    }

    /// <summary>A text chunk, which goes before the pixels.</summary>
    public static byte[] Text(string key, string value) => Chunk("tEXt", Encoding.Latin1.GetBytes($"{key}\0{value}"));

    public static byte[] File(int width, int height, byte[] compressed, byte[]? extra = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. extra ?? [], .. Chunk("IDAT", compressed), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
