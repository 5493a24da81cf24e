using System.Globalization;

namespace Framework.Host.Runs;

/// <summary>Removes what writers left that were killed: files and folders that get their names when they are whole.</summary>
internal static class Leftovers
{
    private const string Pattern = "*" + AtomicFile.TemporarySuffix;

    /// <summary>Those of a run. Where a left-over process still works on it, what belongs to that work is left alone.</summary>
    public static void RemoveFrom(RunFolder run)
    {
        var left = Of(run.Path, recursive: true).ToLookup(path => UnitOf(run, path));
        if (left.Count == 0)
            return;
        using var evaluation = RunLock.TryTakeUnit(run, "finish"); // it writes beside the run's own files and into units
        if (evaluation is null)
            return;
        foreach (var unit in left)
        {
            using var alone = unit.Key is { } name ? RunLock.TryTakeUnit(run, name) : null;
            if (unit.Key is null || alone is not null)
                foreach (var path in unit)
                    Remove(path);
        }
    }

    /// <summary>Runs of an experiment that never got their names. Nobody may be making one meanwhile.</summary>
    /// <param name="experiment">The folder of the experiment's runs.</param>
    public static void RemoveUnnamed(string experiment)
    {
        if (!Directory.Exists(experiment))
            return;
        foreach (var folder in Directory.EnumerateDirectories(experiment, Pattern))
            Remove(folder);
    }

    /// <summary>Files that processes of this machine were writing which are gone: other processes may use the folder at the same time.</summary>
    public static void RemoveAbandoned(string folder, bool recursive)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in Of(folder, recursive).Where(path => AtomicFile.WriterOf(path) is { } process && !Directory.Exists($"/proc/{process.ToString(CultureInfo.InvariantCulture)}")))
            Remove(path);
    }

    private static List<string> Of(string folder, bool recursive) =>
        [.. Directory.EnumerateFileSystemEntries(folder, Pattern, new EnumerationOptions { RecurseSubdirectories = recursive, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true })];

    // The unit that a path lies in, or will be; null where it is none's.
    private static string? UnitOf(RunFolder run, string path)
    {
        var parts = Path.GetRelativePath(run.Path, path).Split(Path.DirectorySeparatorChar);
        return parts is ["units", var name, ..] ? name.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal) ? name[..^AtomicFile.TemporarySuffix.Length] : name : null;
    }

    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It takes space and does no harm.
        }
    }
}
