using System.Collections.Concurrent;

namespace Framework.Components.Data.Cache;

/// <summary>Prepared samples on the disk, mapped into memory when they are read. Safe from several threads, and from several processes on one folder.</summary>
/// <remarks>
/// A file is checked byte by byte when a process first maps it. Up to 16,384 files stay mapped, which the system allows and which costs no memory of
/// its own; beyond that a file is mapped for one reading. The folder holds at most its size with up to four processes that write at once: each looks how much
/// there is when it has written a 32nd of it, and makes room from seven eighths down to three quarters.
/// </remarks>
public sealed class SampleCache : IDisposable
{
    private const int MostMapped = 16_384;
    private const int LooksEvery = 32;
    private const long LeastFree = 2_000_000_000; // for the run's own files
    private static readonly TimeSpan MarksEvery = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<UInt128, (MappedSample Sample, long Marked)> _mapped = new();
    private readonly CacheOptions _options;
    private readonly CacheFolder _folder;
    private readonly TimeProvider _time;
    private readonly Action<string> _warn;
    private readonly object _gate = new();
    private long _unlooked = long.MaxValue;
    private volatile bool _writes = true;

    /// <summary>Opens a folder; makes it when the first sample is written.</summary>
    /// <param name="options">Folder and size.</param>
    /// <param name="time">Tells which sample was not used for the longest time.</param>
    /// <param name="warn">Told of damaged files, and of a folder that cannot be written. From several threads.</param>
    public SampleCache(CacheOptions options, TimeProvider time, Action<string> warn)
    {
        (_options, _time, _warn) = (options, time, warn);
        _folder = new CacheFolder(options.Folder, time);
    }

    /// <summary>The time by which samples age.</summary>
    internal TimeProvider Time => _time;

    /// <summary>The sample of that key; null where there is none, or a damaged one, which is told and deleted.</summary>
    internal MappedSample? Find(UInt128 key, string what)
    {
        var now = _time.GetTimestamp();
        if (_mapped.TryGetValue(key, out var known))
        {
            if (_time.GetElapsedTime(known.Marked, now) > MarksEvery && _mapped.TryUpdate(key, (known.Sample, now), known))
                _folder.MarkUsed(key);
            return known.Sample;
        }

        try
        {
            var opened = MappedSample.Open(_folder.FileOf(key));
            _folder.MarkUsed(key);
            return opened;
        }
        catch (InvalidDataException e)
        {
            _warn($"{_folder.FileOf(key)}: the kept sample of {what} is damaged: {e.Message}. It is made again.");
            _folder.Delete(key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is none.
        }

        return null;
    }

    /// <summary>Gives a found sample back: it stays mapped where there is room.</summary>
    internal void Return(UInt128 key, MappedSample sample)
    {
        if (_mapped.TryGetValue(key, out var known) && ReferenceEquals(known.Sample, sample))
            return;
        if (_mapped.Count >= MostMapped || !_mapped.TryAdd(key, (sample, _time.GetTimestamp())))
            sample.Dispose();
    }

    /// <summary>Forgets a sample that no longer is what it was made of.</summary>
    internal void Discard(UInt128 key, MappedSample sample)
    {
        _mapped.TryRemove(key, out _);
        sample.Dispose();
        _folder.Delete(key);
    }

    /// <summary>Writes a sample unless it is there or too large. A folder that cannot be written is told once.</summary>
    internal void Write(UInt128 key, byte[] content)
    {
        if (!_writes || content.Length > _options.Size.Bytes / LooksEvery)
            return;
        try
        {
            MakeRoom(content.Length);
            _folder.Write(key, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_writes)
                _warn($"{_options.Folder}: prepared samples cannot be kept here: {e.Message.TrimEnd('.')}. The run goes on without; free some space, or name another folder as 'cache.folder'.");
            _writes = false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in _mapped.Keys)
        {
            if (_mapped.TryRemove(key, out var known))
                known.Sample.Dispose();
        }
    }

    private void MakeRoom(long bytes)
    {
        lock (_gate)
        {
            if (_unlooked < _options.Size.Bytes / LooksEvery - bytes)
            {
                _unlooked += bytes;
                return;
            }

            _unlooked = bytes;
            var free = _folder.FreeBytes();
            if (free < LeastFree + (_options.Size.Bytes / LooksEvery))
                throw new IOException($"the disk has {new ByteSize(free)} left");
            if (_folder.Count().Bytes.Bytes > _options.Size.Bytes / 8 * 7)
                _folder.Shrink(_options.Size.Bytes / 4 * 3);
        }
    }
}
