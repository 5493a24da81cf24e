using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>The files of a finished unit: nothing is written there any more.</summary>
/// <param name="folder">The unit's folder.</param>
internal sealed class ReadOnlyFiles(string folder) : ICheckpointStore
{
    /// <inheritdoc />
    public void Save(string name, Action<Stream> write) => throw new InvalidOperationException($"'{name}' cannot be written: the unit is finished.");

    /// <inheritdoc />
    public Stream? Open(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    /// <inheritdoc />
    public void Rename(string name, string to) => throw new InvalidOperationException($"'{name}' cannot be renamed: the unit is finished.");

    /// <inheritdoc />
    public void Delete(string name) => throw new InvalidOperationException($"'{name}' cannot be deleted: the unit is finished.");
}
