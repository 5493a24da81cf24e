using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Framework.Host.Privacy.Scan;

/// <summary>The text chunks of PNG files.</summary>
internal static class PictureText
{
    private const int Longest = 1 << 24;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Each text with the name of its chunk.</summary>
    public static IEnumerable<(string Chunk, string Text)> Of(byte[] file)
    {
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
                yield break;
            var kind = Encoding.ASCII.GetString(file, at + 4, 4);
            var content = file.AsMemory(at + 8, (int)length);
            if (kind is "tEXt" or "eXIf")
                yield return (kind, Encoding.Latin1.GetString(content.Span));
            else if (kind is "zTXt" or "iTXt")
                yield return (kind, Key(content.Span) + " " + Unpacked(content.Span, kind));
            at += (int)length + 12;
        }
    }

    private static string Key(ReadOnlySpan<byte> content) => Encoding.Latin1.GetString(content[..Math.Max(0, content.IndexOf((byte)0))]);

    private static string Unpacked(ReadOnlySpan<byte> content, string kind)
    {
        var rest = content[(content.IndexOf((byte)0) + 1)..];
        var packed = kind == "zTXt" || (rest.Length > 1 && rest[0] == 1);
        if (!packed)
            return Encoding.UTF8.GetString(rest);
        var start = kind == "zTXt" ? 1 : 2 + SkipTwoWords(rest[2..]);
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(rest[start..].ToArray()), CompressionMode.Decompress);
            var text = new byte[Longest];
            return Encoding.UTF8.GetString(text, 0, inflate.ReadAtLeast(text, Longest, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    /// <summary>The language and the translated key.</summary>
    private static int SkipTwoWords(ReadOnlySpan<byte> rest)
    {
        var first = rest.IndexOf((byte)0) + 1;
        return first + rest[first..].IndexOf((byte)0) + 1;
    }
}
