using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>A unit's state files in memory.</summary>
public sealed class MemoryCheckpoints : ICheckpointStore
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Names of the files that there are.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>How often something was saved.</summary>
    public int Saves { get; private set; }

    /// <inheritdoc />
    public void Save(string name, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        _files[name] = stream.ToArray();
        Saves++;
    }

    /// <inheritdoc />
    public void Rename(string name, string to)
    {
        if (_files.Remove(name, out var content))
            _files[to] = content;
    }

    /// <inheritdoc />
    public Stream? Open(string name) => _files.TryGetValue(name, out var content) ? new MemoryStream(content, writable: false) : null;

    /// <inheritdoc />
    public void Delete(string name) => _files.Remove(name);
}
