using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Framework.Components.Reporting;

/// <summary>An 8-bit grey image that can be written as PNG.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Row-major, 0 black to 255 white.</param>
public sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Maps one channel of values to grey levels.</summary>
    /// <param name="values">Row-major, <paramref name="height"/> rows of <paramref name="width"/>.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="low">The value that becomes black.</param>
    /// <param name="high">The value that becomes white.</param>
    public static GrayImage From(ReadOnlySpan<float> values, int width, int height, float low, float high)
    {
        var pixels = new byte[width * height];
        var scale = high > low ? 255 / (high - low) : 0;
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(MathF.Round((values[i] - low) * scale), 0, 255);
        return new GrayImage(width, height, pixels);
    }

    /// <summary>The image as a PNG file (ISO/IEC 15948): grey, 8 bits, no filter.</summary>
    public byte[] ToPng()
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Height);
        header[8] = 8; // bits; the zeros after it: grey, deflate, no filter method, not interlaced
        header[9..].Clear();
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress());
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private byte[] Compress()
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            for (var row = 0; row < Height; row++)
            {
                deflate.WriteByte(0);
                deflate.Write(Pixels, row * Width, Width);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(body));
        file.Write(number);
    }

    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
