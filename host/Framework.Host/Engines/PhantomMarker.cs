using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>The file that ends a phantom: what was asked for, and the names that its writing made in its folder.</summary>
internal sealed record PhantomMarker(string Request, IReadOnlySet<string> Names)
{
    private const string FileName = ".phantom";

    /// <summary>The marker of a folder; null where the folder holds no finished phantom.</summary>
    public static PhantomMarker? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) && File.ReadAllLines(path) is [var request, .. var names] ? new(request, names.ToHashSet(StringComparer.Ordinal)) : null;
    }

    /// <summary>Ends a phantom.</summary>
    public static void Write(string folder, string request) =>
        AtomicFile.WriteText(Path.Combine(folder, FileName), string.Concat(NamesIn(folder).Prepend(request).Select(line => line + "\n")));

    /// <summary>A name in the folder that the writing did not make; null where there is none.</summary>
    public string? Foreign(string folder) => NamesIn(folder).FirstOrDefault(name => name != FileName && !Names.Contains(name));

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
