using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Keeps nothing: for trying things out.</summary>
internal sealed class NoCheckpoints : ICheckpointStore
{
    public static NoCheckpoints Instance { get; } = new();

    /// <inheritdoc />
    public void Save(string name, Action<Stream> write)
    {
    }

    /// <inheritdoc />
    public Stream? Open(string name) => null;

    /// <inheritdoc />
    public void Rename(string name, string to)
    {
    }

    /// <inheritdoc />
    public void Delete(string name)
    {
    }
}
