namespace McMaster.NETCore.Plugins.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plugins-test-").FullName;

    /// <summary>Copies a file to a place below this folder, and says where it lies.</summary>
    public string Take(string file, string place)
    {
        var target = File(place);
        System.IO.File.Copy(file, target, overwrite: true);
        return target;
    }

    public string Write(string place, string text)
    {
        System.IO.File.WriteAllText(File(place), text);
        return File(place);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string File(string place)
    {
        var target = System.IO.Path.Combine(Path, place);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        return target;
    }
}
