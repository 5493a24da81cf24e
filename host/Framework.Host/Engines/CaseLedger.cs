using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>One word about each of many cases, kept in a file until what the cases are read from changes. It can be deleted at any time.</summary>
/// <param name="path">The file: a line a case, what it was read from as a hash, a tab, and the word.</param>
internal sealed class CaseLedger(string path)
{
    private const int HashBytes = 16;
    private readonly Dictionary<string, string> _known = Read(path);

    /// <summary>What a case is read from: its place in the source, and size and time of its files; null where the source cannot say, and nothing is kept.</summary>
    public static string? KeyOf(ICaseFiles files, Case item)
    {
        var text = new StringBuilder(item.Id).Append('\n').Append(item.Locator);
        var any = false;
        foreach (var file in files.FilesOf(item))
        {
            var found = new FileInfo(file);
            if (!found.Exists)
                return null;
            any = true;
            text.Append(CultureInfo.InvariantCulture, $"\n{file}\n{found.Length} {found.LastWriteTimeUtc.Ticks}");
        }

        return any ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, HashBytes)) : null;
    }

    /// <summary>The word of a case; null where none is known.</summary>
    public string? Find(string? key) => key is null ? null : _known.GetValueOrDefault(key);

    /// <summary>Keeps these words.</summary>
    /// <param name="words">By key.</param>
    /// <param name="areAll">Whether every case is among them, so that no other word is needed any more.</param>
    public void Keep(IEnumerable<(string Key, string Word)> words, bool areAll)
    {
        var kept = areAll ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(_known, StringComparer.Ordinal);
        foreach (var (key, word) in words)
            kept[key] = word;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            foreach (var (key, word) in kept)
                writer.Write($"{key}\t{Uri.EscapeDataString(word)}\n");
        });
    }

    // A line that is no such line was not written by this; its case is looked at again.
    private static Dictionary<string, string> Read(string path)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return known;
        foreach (var cells in File.ReadLines(path).Select(line => line.Split('\t')))
        {
            if (cells.Length == 2 && cells[0].Length == 2 * HashBytes)
                known[cells[0]] = Uri.UnescapeDataString(cells[1]);
        }

        return known;
    }
}
