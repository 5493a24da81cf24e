using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>The state files in a unit's folder.</summary>
/// <param name="folder">The unit's folder.</param>
/// <param name="beforeCommit">Brings to the disk whatever a new state file relies on: the events up to its step.</param>
internal sealed class CheckpointStore(string folder, Action beforeCommit) : ICheckpointStore
{
    /// <inheritdoc />
    public void Save(string name, Action<Stream> write)
    {
        var path = PathOf(name);
        beforeCommit();
        AtomicFile.Write(path, write);
    }

    /// <inheritdoc />
    public Stream? Open(string name)
    {
        var path = PathOf(name);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    /// <inheritdoc />
    public void Rename(string name, string to)
    {
        var (from, target) = (PathOf(name), PathOf(to));
        if (File.Exists(from))
            File.Move(from, target, overwrite: true);
    }

    /// <inheritdoc />
    public void Delete(string name) => File.Delete(PathOf(name));

    private string PathOf(string name)
    {
        var isPlain = name == Path.GetFileName(name) && name is not ("" or "." or "..");
        if (!isPlain || name.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' is not a plain file name such as 'checkpoint.safetensors'.", nameof(name));
        return Path.Combine(folder, name);
    }
}
