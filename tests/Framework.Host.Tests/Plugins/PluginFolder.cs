namespace Framework.Host.Tests.Plugins;

/// <summary>A temporary folder to lay plugins out in.</summary>
internal sealed class PluginFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("host-test-").FullName;

    public string Write(string place, string content)
    {
        File.WriteAllText(Place(place), content);
        return Place(place);
    }

    public string Take(string file, string place)
    {
        File.Copy(file, Place(place));
        return Place(place);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Place(string place)
    {
        var path = System.IO.Path.Combine(Path, place);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }
}
