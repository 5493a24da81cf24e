using System.Globalization;

namespace Framework.Components.Data.Cache;

/// <summary>The files of a cache: one a sample, in 256 folders, named by its key. The time a file was written is the time it was last used.</summary>
/// <remarks>Files appear whole, by renaming, and are never changed: readers need no lock. What several processes write at once, whoever is first has written.</remarks>
/// <param name="path">The folder; made when the first sample is written.</param>
/// <param name="time">Tells which sample was not used for the longest time.</param>
public sealed class CacheFolder(string path, TimeProvider time)
{
    private const string Suffix = ".sample";
    private const string TemporarySuffix = ".tmp";

    // Whoever writes a file for so long is no more.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>Counts what is there.</summary>
    public CacheStatistics Count()
    {
        var files = Files().ToList();
        return new CacheStatistics(files.Count, new ByteSize(files.Sum(file => file.Size)), files.Count == 0 ? null : new DateTimeOffset(files.Min(file => file.Used)));
    }

    /// <summary>Deletes every kept sample; who reads one goes on reading it.</summary>
    /// <returns>What was there.</returns>
    public CacheStatistics Clear()
    {
        var there = Count();
        foreach (var folder in Folders())
        {
            foreach (var file in folder.EnumerateFiles().Where(file => file.Extension is Suffix or TemporarySuffix))
                TryDelete(file.FullName);
            TryDelete(folder);
        }

        return there;
    }

    /// <summary>Bytes that can still be written here.</summary>
    internal long FreeBytes() => new DriveInfo(Directory.CreateDirectory(Path).FullName).AvailableFreeSpace;

    internal string FileOf(UInt128 key)
    {
        var name = key.ToString("x32", CultureInfo.InvariantCulture);
        return System.IO.Path.Combine(Path, name[..2], name + Suffix);
    }

    /// <summary>Writes a file unless there is one.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    internal void Write(UInt128 key, byte[] content)
    {
        var target = FileOf(key);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Guid.NewGuid():N}{TemporarySuffix}";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.SetLastWriteTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
            if (!File.Exists(target))
                File.Move(temporary, target, overwrite: true); // of two that come here at once both have the same to say
        }
        finally
        {
            TryDelete(temporary);
        }
    }

    internal void MarkUsed(UInt128 key)
    {
        try
        {
            File.SetLastWriteTimeUtc(FileOf(key), time.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has made room of it, or owns it.
        }
    }

    internal void Delete(UInt128 key) => TryDelete(FileOf(key));

    /// <summary>Makes room: what was not used for the longest time goes first.</summary>
    /// <returns>Bytes that are left.</returns>
    internal long Shrink(long most)
    {
        RemoveAbandoned();
        var files = Files().ToList();
        var sum = files.Sum(file => file.Size);
        if (sum <= most)
            return sum;
        foreach (var file in files.OrderBy(file => file.Used))
        {
            if (sum <= most)
                break;
            TryDelete(file.Path);
            sum -= file.Size;
        }

        return sum;
    }

    private IEnumerable<(string Path, long Size, DateTime Used)> Files() =>
        from folder in Folders()
        from file in folder.EnumerateFiles("*" + Suffix)
        let size = SizeOf(file)
        where size is not null
        select (file.FullName, size.Value, file.LastWriteTimeUtc);

    private IEnumerable<DirectoryInfo> Folders() => Directory.Exists(Path)
        ? new DirectoryInfo(Path).EnumerateDirectories().Where(folder => folder.Name is [var first, var second] && char.IsAsciiHexDigitLower(first) && char.IsAsciiHexDigitLower(second))
        : [];

    private void RemoveAbandoned()
    {
        var old = time.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var file in Folders().SelectMany(folder => folder.EnumerateFiles("*" + TemporarySuffix)).Where(file => file.LastWriteTimeUtc < old))
            TryDelete(file.FullName);
    }

    // Another process may delete a file between its being listed and looked at.
    private static long? SizeOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is gone, or another user's.
        }
    }

    private static void TryDelete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody has written into it.
        }
    }
}
