using Framework.Host.Engines.Frozen;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>The state files of a unit as another rank than the first sees them: rank 0 writes, and what is written here goes nowhere.</summary>
/// <param name="folder">The unit's folder.</param>
internal sealed class LeaderFiles(string folder) : ICheckpointStore
{
    private readonly ReadOnlyFiles _files = new(folder);

    /// <inheritdoc />
    public void Save(string name, Action<Stream> write)
    {
    }

    /// <inheritdoc />
    public Stream? Open(string name) => _files.Open(name);

    /// <inheritdoc />
    public void Rename(string name, string to)
    {
    }

    /// <inheritdoc />
    public void Delete(string name)
    {
    }
}
