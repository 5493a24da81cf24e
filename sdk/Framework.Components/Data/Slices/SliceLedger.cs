using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Framework.Components.Data.Slices;

/// <summary>What was found out about volumes, kept in a file until their files change. It can be deleted at any time.</summary>
/// <param name="path">The file: a line a volume with a hash of what it was read from, slices, spacing, and a 1 or 0 for each slice.</param>
internal sealed class SliceLedger(string path)
{
    private readonly ConcurrentDictionary<string, SliceFacts> _facts = Read(path);
    private readonly ConcurrentDictionary<string, bool> _asked = new();

    /// <summary>A hash of the volume's place in its source, and of size and time of its files; empty where the source cannot say, and nothing is kept.</summary>
    public static string KeyOf(ICaseFiles? source, Case volume, string mask)
    {
        var text = new StringBuilder(mask).Append('\n').Append(volume.Id).Append('\n').Append(volume.Locator);
        FileInfo[] files = [.. (source?.FilesOf(volume) ?? []).Select(file => new FileInfo(file))];
        foreach (var file in files)
            text.Append(CultureInfo.InvariantCulture, $"\n{file.FullName}\n{(file.Exists ? file.Length : -1)} {file.LastWriteTimeUtc.Ticks}");
        return files.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public SliceFacts GetOrAdd(string key, Func<SliceFacts> find)
    {
        if (key.Length == 0)
            return find();
        _asked[key] = true;
        return _facts.GetOrAdd(key, _ => find());
    }

    /// <summary>Writes what was asked for; the rest is no longer needed.</summary>
    public void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            foreach (var (key, facts) in _facts.Where(pair => _asked.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var objects = facts.HasObject is { } has ? string.Concat(has.Select(own => own ? '1' : '0')) : "-";
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{key}\t{facts.Count}\t{facts.Spacing:R}\t{objects}\n"));
            }
        });
    }

    // A line that is no such line was not written by this; its volume is looked at again.
    private static ConcurrentDictionary<string, SliceFacts> Read(string path)
    {
        var facts = new ConcurrentDictionary<string, SliceFacts>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return facts;
        foreach (var cells in File.ReadLines(path).Select(line => line.Split('\t')))
        {
            if (cells.Length == 4 && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var spacing) && (cells[3] == "-" || cells[3].Length == count))
                facts[cells[0]] = new SliceFacts(count, spacing, cells[3] == "-" ? null : [.. cells[3].Select(own => own == '1')]);
        }

        return facts;
    }
}
