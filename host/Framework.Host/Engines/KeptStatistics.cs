using System.Text.Json;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The fitted figures of one unit, in <c>statistics.json</c> of its folder.</summary>
internal sealed class KeptStatistics
{
    /// <summary>The file's name.</summary>
    public const string FileName = "statistics.json";

    private readonly ICheckpointStore _files;
    private readonly List<FittedEntry> _entries;

    /// <summary>Reads what is there; a file that is damaged counts as none.</summary>
    public KeptStatistics(ICheckpointStore files)
    {
        _files = files;
        using var stream = files.Open(FileName);
        _entries = stream is null ? [] : [.. Read(stream)];
    }

    /// <summary>The figures of a step; null where there are none under that key.</summary>
    public FittedStatistics? Find(int step, string key) =>
        _entries.Find(entry => entry.Step == step && entry.Key == key) is { } found ? new FittedStatistics(found.Component, found.Fold, found.Figures) : null;

    /// <summary>The figures of a step of a finished unit; null where there are none.</summary>
    public FittedStatistics? OfStep(int step, string component) =>
        _entries.Find(entry => entry.Step == step && entry.Component == component) is { } found ? new FittedStatistics(found.Component, found.Fold, found.Figures) : null;

    /// <summary>Keeps the figures of a step.</summary>
    public void Add(int step, string key, FittedStatistics statistics, TrainingFold fold)
    {
        var entry = new FittedEntry(step, statistics.Component, key, statistics.Fold, statistics.For(fold));
        if (Find(step, key) is not null)
            return;
        _entries.RemoveAll(old => old.Step == step);
        _entries.Add(entry);
        _files.Save(FileName, stream => JsonSerializer.Serialize(stream, _entries, RunJson.Form.ListFittedEntry));
    }

    private static List<FittedEntry> Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize(stream, RunJson.Form.ListFittedEntry) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
