using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Framework.Host.Privacy.Scan;

/// <summary>All text of a file: lines of text files, elements of DICOM, chunks of pictures, headers of weights, what lies in archives and in
/// pages as base64, and readable stretches of anything else.</summary>
internal static partial class FileText
{
    private const int Nesting = 4;
    private const long LargestEntry = 1 << 28;
    private const int SafeTensorsHeader = 1 << 26;

    /// <summary>The pieces of a file.</summary>
    /// <param name="name">How findings name it.</param>
    /// <param name="file">Its content.</param>
    /// <param name="depth">How many archives it lies in.</param>
    public static IEnumerable<ScanPiece> Of(string name, byte[] file, int depth = 0)
    {
        if (depth > Nesting)
            return [new ScanPiece(name, "archive", "", $"not looked at: more than {Nesting} archives within each other")];
        if (file.AsSpan().StartsWith("PK\x03\x04"u8))
            return Zip(name, file, depth);
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return Unpacked(name, () => new GZipStream(new MemoryStream(file), CompressionMode.Decompress), depth);
        if (DicomText.IsDicom(file))
            return DicomText.Of(file).Select(item => new ScanPiece(name, item.Tag, item.Text, item.Personal)).Concat(Stretches(name, file));
        if (PictureText.IsPng(file))
            return PictureText.Of(file).Select(item => new ScanPiece(name, item.Chunk, item.Text));
        if (name.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) && file.Length > 8)
            return [new ScanPiece(name, "header", Encoding.UTF8.GetString(file, 8, (int)Math.Min((ulong)Math.Min(SafeTensorsHeader, file.Length - 8), BinaryPrimitives.ReadUInt64LittleEndian(file))))];
        return file.AsSpan().Contains((byte)0) ? Stretches(name, file) : Lines(name, file, depth);
    }

    private static IEnumerable<ScanPiece> Lines(string name, byte[] file, int depth)
    {
        var number = 0;
        foreach (var line in Decode(file).Split('\n'))
        {
            number++;
            foreach (Match embedded in Embedded().Matches(line))
            {
                var bytes = new byte[embedded.Groups[1].Length];
                if (Convert.TryFromBase64String(embedded.Groups[1].Value, bytes, out var length))
                {
                    foreach (var piece in Of($"{name}!embedded", bytes[..length], depth + 1))
                        yield return piece;
                }
            }

            var text = Embedded().Replace(line, "");
            yield return new ScanPiece(name, $"line {number}", Plain(text));
        }
    }

    private static string Decode(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    /// <summary>Text as a reader sees it: JSON's and HTML's ways of writing letters are undone.</summary>
    private static string Plain(string text)
    {
        if (text.Contains("\\u", StringComparison.Ordinal))
            text = Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    /// <summary>Readable stretches of six signs and more, in one byte a letter or in two.</summary>
    private static IEnumerable<ScanPiece> Stretches(string name, byte[] file) =>
        Stretch().Matches(Encoding.Latin1.GetString(file)).Concat(Stretch().Matches(Encoding.Unicode.GetString(file)))
            .Select(match => new ScanPiece(name, $"byte {match.Index}", match.Value));

    private static IEnumerable<ScanPiece> Zip(string name, byte[] file, int depth)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(new MemoryStream(file));
        }
        catch (InvalidDataException)
        {
            return Stretches(name, file);
        }

        using (archive)
        {
            return [.. archive.Entries.SelectMany(entry => Unpacked($"{name}!{entry.FullName}", entry.Open, depth)
                .Prepend(new ScanPiece($"{name}!{entry.FullName}", "name", entry.FullName)))];
        }
    }

    private static IReadOnlyList<ScanPiece> Unpacked(string name, Func<Stream> open, int depth)
    {
        try
        {
            using var stream = open();
            using var content = new MemoryStream();
            var block = new byte[1 << 16];
            for (int read; (read = stream.Read(block)) > 0;)
            {
                content.Write(block, 0, read);
                if (content.Length > LargestEntry)
                    return [new ScanPiece(name, "archive", "", $"not looked at: more than {LargestEntry >> 20} MiB when unpacked")];
            }

            return [.. Of(name, content.ToArray(), depth + 1)];
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return [new ScanPiece(name, "archive", "", "not looked at: it cannot be unpacked")];
        }
    }

    [GeneratedRegex(@"base64,([A-Za-z0-9+/=]{16,})")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\x20-\x7E\u00C0-\u00FF]{6,}")]
    private static partial Regex Stretch();
}
