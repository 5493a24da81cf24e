using System.Text;
using Framework.Components.Audit;
using Framework.Host.Runs;

namespace Framework.Host.Engines.Audits;

/// <summary>Fingerprints that were made before. A cache: it can be deleted at any time, and is ignored where it is damaged.</summary>
internal sealed class FingerprintFile
{
    private const string Format = "framework-fingerprints-2";
    private readonly string _path;
    private readonly Dictionary<string, ImageFingerprint> _kept = new(StringComparer.Ordinal);

    public FingerprintFile(string path)
    {
        _path = path;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (reader.ReadString() != Format)
                return;
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var key = reader.ReadString();
                var pixels = new UInt128(reader.ReadUInt64(), reader.ReadUInt64());
                _kept[key] = new ImageFingerprint(pixels, reader.ReadUInt64(), reader.ReadBytes(reader.ReadInt32()));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            _kept.Clear();
        }
    }

    public ImageFingerprint? Find(string key) => _kept.GetValueOrDefault(key);

    /// <summary>Replaces the file where there is something new.</summary>
    public void Save(IEnumerable<(string? Key, ImageFingerprint? Print)> prints)
    {
        var known = prints.Where(pair => pair is { Key: not null, Print: not null }).DistinctBy(pair => pair.Key).ToList();
        if (known.All(pair => _kept.ContainsKey(pair.Key!)))
            return;
        AtomicFile.Write(_path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Format);
            writer.Write(known.Count);
            foreach (var (key, print) in known)
            {
                writer.Write(key!);
                writer.Write((ulong)(print!.Pixels >> 64));
                writer.Write((ulong)print.Pixels);
                writer.Write(print.Perceptual);
                writer.Write(print.Thumbnail.Length);
                writer.Write(print.Thumbnail);
            }
        });
    }
}
