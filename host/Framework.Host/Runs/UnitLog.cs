using System.Text.Json;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>The events of one unit, <c>events.jsonl</c>, a whole line at a time: a killed process loses at most the line it was writing.</summary>
internal sealed class UnitLog : IUnitLog, IDisposable
{
    private readonly FileStream _file;
    private readonly Action<TrainingProgress> _progress;

    /// <summary>Opens the file, cutting off what a killed writer left unfinished.</summary>
    public UnitLog(string path, Action<TrainingProgress> progress)
    {
        _progress = progress;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        CutAfter(long.MaxValue);
    }

    /// <inheritdoc />
    public void Add(TrainingEvent item)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(item, EventJson.Default.TrainingEvent);
        try
        {
            _file.Write([.. line, (byte)'\n']);
        }
        catch (IOException e)
        {
            throw new TrainingException(
                $"{_file.Name}: an event could not be written: {e.Message}. Mend that, then run the same command again: it resumes.", e);
        }
    }

    /// <inheritdoc />
    public void Rewind(long step) => CutAfter(step);

    /// <inheritdoc />
    public void Progress(TrainingProgress progress) => _progress(progress);

    /// <summary>Waits until every event is on the disk.</summary>
    public void FlushToDisk() => _file.Flush(flushToDisk: true);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <summary>The events in a file, up to the first line that is unreadable; none where there is no file.</summary>
    public static IReadOnlyList<TrainingEvent> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        var lines = File.ReadLines(path).Select(line => Parse(System.Text.Encoding.UTF8.GetBytes(line)));
        return [.. lines.TakeWhile(item => item is not null).OfType<TrainingEvent>()];
    }

    /// <summary>Keeps the whole lines up to the first one that is unreadable or lies after the step.</summary>
    private void CutAfter(long step)
    {
        var content = new byte[_file.Length];
        _file.Position = 0;
        _file.ReadExactly(content);
        var kept = 0;
        while (content.AsSpan(kept).IndexOf((byte)'\n') is >= 0 and var length && Parse(content.AsSpan(kept, length))?.Step <= step)
            kept += length + 1;
        if (kept < content.Length)
            _file.SetLength(kept);
        _file.Position = kept;
    }

    private static TrainingEvent? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EventJson.Default.TrainingEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
