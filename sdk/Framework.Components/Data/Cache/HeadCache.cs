using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Framework.Components.Data.Cache;

/// <summary>Keeps what the deterministic head of one chain makes of the cases of one source.</summary>
/// <remarks>
/// A kept sample is used while the head's key, everything the source knows of the case, and its files are what they were. A file counts as
/// unchanged while its size and time are; where only its time has changed its bytes are compared by checksum. What is kept was written before any random
/// transform saw it, and whoever reads it gets a copy: nothing done to a sample reaches the cache. Of a stage that reads others, what they said of the case is part of
/// the key and never of the file: a kept sample gets it from whoever asks for the sample, who may only ask for cases that it may know of.
/// </remarks>
/// <param name="cache">Where samples are kept.</param>
/// <param name="files">The source.</param>
/// <param name="keys">What the head depends on.</param>
/// <param name="earlier">What earlier stages said of a case, by their names; null where the stage reads none. Throws for cases of which nothing may be known.</param>
public sealed class HeadCache(SampleCache cache, ICaseFiles files, HeadKeys keys, Func<Case, IReadOnlyDictionary<string, IReadOnlyList<StageOutput>>>? earlier = null) : ISampleCache
{
    // A file that was written while it was being read looks like this afterwards: time stamps are that coarse.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    // For sources that have many cases in one file.
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<string, FileStamp> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _said = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Sample? Find(Case item, Phase phase, SampleWorkspace workspace)
    {
        var (paths, said) = (files.FilesOf(item), earlier?.Invoke(item));
        if (paths.Count == 0 || KeyOf(item, phase, paths, said) is not { } key)
            return null;
        if (cache.Find(key, $"case '{item.Id}'") is not { } found)
            return null;
        if (!IsCurrent(found.Kept.Files, paths))
        {
            cache.Discard(key, found);
            return null;
        }

        var sample = found.TryRead(item, workspace);
        cache.Return(key, found);
        return said is null ? sample : sample?.With(said);
    }

    /// <inheritdoc />
    public void Keep(Sample sample, Phase phase)
    {
        var (paths, said) = (files.FilesOf(sample.Case), earlier?.Invoke(sample.Case));
        // What another stage said of the case stands in none of its files: without it in the key, nothing may be kept.
        if (paths.Count == 0 || (said is null && sample.Earlier.Count > 0) || KeyOf(sample.Case, phase, paths, said) is not { } key)
            return;
        if (StampsOf(paths) is { } stamps && SampleFile.Write(sample, stamps) is { } content)
            cache.Write(key, content);
    }

    private bool IsCurrent(IReadOnlyList<FileStamp> kept, IReadOnlyList<string> paths)
    {
        if (kept.Count != paths.Count)
            return false;
        for (var i = 0; i < paths.Count; i++)
        {
            if (FileStamp.Glance(paths[i]) is not { } now || now.Size != kept[i].Size)
                return false;
            if (now.Written != kept[i].Written && !HasSameBytes(now, kept[i], paths[i]))
                return false;
        }

        return true;
    }

    private bool HasSameBytes(FileStamp now, FileStamp kept, string path)
    {
        try
        {
            return WithContent(now, path).Content == kept.Content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the source will say what is wrong with it
        }
    }

    private FileStamp WithContent(FileStamp stamp, string path)
    {
        if (_read.TryGetValue(path, out var known) && known with { Content = 0 } == stamp)
            return known;
        if (_read.Count >= MostRemembered)
            _read.Clear();
        return _read[path] = stamp.WithContent(path);
    }

    private List<FileStamp>? StampsOf(IReadOnlyList<string> paths)
    {
        var latest = (cache.Time.GetUtcNow() - Settled).UtcTicks;
        var stamps = new List<FileStamp>(paths.Count);
        try
        {
            foreach (var path in paths)
            {
                if (FileStamp.Glance(path) is not { } stamp || stamp.Written > latest)
                    return null;
                stamps.Add(WithContent(stamp, path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return stamps;
    }

    private UInt128? KeyOf(Case item, Phase phase, IReadOnlyList<string> paths, IReadOnlyDictionary<string, IReadOnlyList<StageOutput>>? said)
    {
        var text = new StringBuilder(keys.Of(phase));
        if (said is not null)
        {
            if (_said.GetOrAdd(item.Id, _ => EarlierHash.Of(said)) is not { } hash)
                return null;
            Append(text, hash);
        }

        Append(text, item.Id, item.Subject, item.Site, item.Study, item.Series, item.Locator);
        foreach (var label in item.Labels)
            Append(text, BitConverter.DoubleToInt64Bits(label).ToString("x", CultureInfo.InvariantCulture));
        foreach (var (name, value) in item.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Append(text, name, value);
        foreach (var path in paths)
            Append(text, path);
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // With lengths, so that no two lists of words look alike.
    private static void Append(StringBuilder text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            text.Append('\n').Append(word.Length).Append(' ').Append(word);
    }
}
