namespace Framework.Components.Tests.Training;

/// <summary>Checkpoints in memory; copies of what was saved at each time.</summary>
internal sealed class MemoryStore : ICheckpointStore
{
    public Dictionary<string, byte[]> Files { get; init; } = [];

    public List<byte[]> Saved { get; } = [];

    public void Save(string name, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        Files[name] = stream.ToArray();
        Saved.Add(Files[name]);
    }

    public Stream? Open(string name) => Files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null;

    public void Rename(string name, string to)
    {
        if (Files.Remove(name, out var bytes))
            Files[to] = bytes;
    }

    public void Delete(string name) => Files.Remove(name);
}
