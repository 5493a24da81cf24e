using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>Remembers which files are saved.</summary>
/// <param name="files">Where they go.</param>
internal sealed class RecordedStore(ICheckpointStore files) : ICheckpointStore
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The files that were saved, by name.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <inheritdoc />
    public void Save(string name, Action<Stream> write)
    {
        files.Save(name, write);
        _names.Add(name);
    }

    /// <inheritdoc />
    public Stream? Open(string name) => files.Open(name);

    /// <inheritdoc />
    public void Rename(string name, string to)
    {
        files.Rename(name, to);
        if (_names.Remove(name))
            _names.Add(to);
    }

    /// <inheritdoc />
    public void Delete(string name)
    {
        files.Delete(name);
        _names.Remove(name);
    }
}
