namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Copies of native libraries in a temporary folder that goes with the context.</summary>
internal sealed class ShadowCopies : IDisposable
{
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string? _folder;

    public string Of(string path)
    {
        lock (_lock)
        {
            if (_copies.TryGetValue(path, out var copy))
                return copy;
            _folder ??= Directory.CreateTempSubdirectory("plugin-").FullName;
            // A folder for each: libraries of one name may come from several places.
            copy = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, $"{_copies.Count}")).FullName, Path.GetFileName(path));
            File.Copy(path, copy);
            return _copies[path] = copy;
        }
    }

    public void Dispose()
    {
        if (_folder is null)
            return;
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some systems hold the file of a library that is still in use; it lies in the temporary folder, which they clean.
        }
    }
}
