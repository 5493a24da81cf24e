namespace FellowOakDicom.IO;

/// <summary>A folder by its path.</summary>
public class DirectoryReference : IDirectoryReference
{
    public DirectoryReference(string directoryName) => Name = Path.GetFullPath(directoryName);

    public string Name { get; }

    public bool Exists => Directory.Exists(Name);

    public void Create() => Directory.CreateDirectory(Name);

    public IEnumerable<string> EnumerateFileNames(string searchPattern = null) => Directory.GetFiles(Name, searchPattern ?? "*");

    public IEnumerable<string> EnumerateDirectoryNames() => Directory.GetDirectories(Name);
}
