using Framework.Host.Runs;

namespace Framework.Host.Privacy;

/// <summary>Files and folders that their owner alone can read.</summary>
internal static class OwnerFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that nobody else can look into, where it is not there.</summary>
    public static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);

    /// <summary>Replaces a file whole.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        AtomicFile.Write(path, write);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Owner);
    }
}
