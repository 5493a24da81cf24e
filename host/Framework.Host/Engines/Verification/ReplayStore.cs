using System.Globalization;
using Framework.Components.Training.Checkpoints;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Verification;

/// <summary>
/// A unit's folder as it was one checkpoint ago: what is saved is compared with the checkpoint that came then, and nothing in the folder changes.
/// </summary>
internal sealed class ReplayStore : ICheckpointStore, IDisposable
{
    private static readonly string[] Place = ["epoch", "step", "steps"];

    private readonly string _folder;
    private readonly CheckpointStore _files;
    private readonly SafeTensorsContent _expected;

    /// <summary>Reads the last checkpoint, which is to come out again.</summary>
    /// <param name="folder">The unit's folder; it holds <see cref="CheckpointFiles.Last"/>.</param>
    public ReplayStore(string folder)
    {
        (_folder, _files) = (folder, new CheckpointStore(folder, () => { }));
        using var stream = _files.Open(CheckpointFiles.Last)!;
        _expected = SafeTensors.Read(stream, Path.Combine(folder, CheckpointFiles.Last));
        To = Counter(_expected, "steps");
        IsWithinEpoch = Counter(_expected, "step") > 0;
        From = StepsOfPrevious();
    }

    /// <summary>Steps finished at the checkpoint before; 0 where there is none.</summary>
    public long From { get; }

    /// <summary>Steps finished at the last checkpoint.</summary>
    public long To { get; }

    /// <summary>Whether the last checkpoint lies between two steps of an epoch, where it may have been saved because someone asked to stop.</summary>
    public bool IsWithinEpoch { get; }

    /// <summary>SHA-256 of the last checkpoint's tensors and counters.</summary>
    public string Digest => CheckpointComparison.Digest(_expected);

    /// <summary>Whether the replay came to the last checkpoint's place.</summary>
    public bool IsThere { get; private set; }

    /// <summary>What differed first; null where nothing did.</summary>
    public string? Difference { get; private set; }

    /// <summary>Called when the replay is there.</summary>
    public Action? Reached { get; set; }

    /// <inheritdoc />
    public void Save(string name, Action<Stream> write)
    {
        if (name != CheckpointFiles.Last || IsThere)
            return;
        // A temporary file, not memory: the state of a large network is in memory twice already.
        var path = Path.Combine(_folder, "replayed" + AtomicFile.TemporarySuffix);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        write(stream);
        stream.Position = 0;
        using var content = SafeTensors.Read(stream, path);
        if (!Array.TrueForAll(Place, counter => Counter(content, counter) == Counter(_expected, counter)))
            return;
        (IsThere, Difference) = (true, CheckpointComparison.FirstDifference(_expected, content));
        Reached?.Invoke();
    }

    /// <inheritdoc />
    public Stream? Open(string name) => name switch
    {
        CheckpointFiles.Last => _files.Open(CheckpointFiles.Previous),
        CheckpointFiles.Previous => null,
        _ => _files.Open(name),
    };

    /// <inheritdoc />
    public void Rename(string name, string to)
    {
    }

    /// <inheritdoc />
    public void Delete(string name)
    {
    }

    /// <inheritdoc />
    public void Dispose() => _expected.Dispose();

    private long StepsOfPrevious()
    {
        using var stream = _files.Open(CheckpointFiles.Previous);
        if (stream is null)
            return 0;
        using var content = SafeTensors.Read(stream, Path.Combine(_folder, CheckpointFiles.Previous));
        return Counter(content, "steps");
    }

    private static long Counter(SafeTensorsContent content, string name) =>
        content.Metadata.TryGetValue(name, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DataFormatException($"a checkpoint has no '{name}' in its header, so that it cannot be said where in the training it was written. Verify runs of trainers that keep it, such as 'supervised'.");
}
