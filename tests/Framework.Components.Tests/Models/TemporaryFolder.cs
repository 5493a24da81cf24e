namespace Framework.Components.Tests.Models;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("framework-").FullName;

    public string Write(string name, byte[] content)
    {
        var file = Path.Combine(_path, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
