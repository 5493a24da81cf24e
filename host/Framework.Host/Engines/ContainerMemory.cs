using System.Globalization;

namespace Framework.Host.Engines;

/// <summary>The memory that the groups leave which this process belongs to: containers, jobs of a cluster, services.</summary>
internal static class ContainerMemory
{
    private static readonly Version Second = new("memory.max", "memory.current", "inactive_file ");
    private static readonly Version First = new("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ");

    /// <summary>Bytes that can still be taken before a group ends one of its processes; null where none has a limit.</summary>
    /// <param name="membership">The groups of the process: <c>/proc/self/cgroup</c>.</param>
    /// <param name="root">Where groups are told: <c>/sys/fs/cgroup</c>.</param>
    public static long? Left(string membership, string root)
    {
        if (!File.Exists(membership))
            return null;
        var left =
            from line in File.ReadLines(membership)
            let parts = line.Split(':', 3)
            where parts.Length == 3
            let isSecond = parts[1].Length == 0
            where isSecond || parts[1].Split(',').Contains("memory")
            from folder in Groups(isSecond ? root : Path.Combine(root, "memory"), parts[2])
            select Left(folder, isSecond ? Second : First);
        return left.Min();
    }

    // A limit of any group around the process's own counts. Within a container the outer ones are not to be seen, and paths begin at its own.
    private static IEnumerable<string> Groups(string root, string path)
    {
        for (var folder = Path.Join(root, path).TrimEnd('/'); folder.Length >= root.Length; folder = Path.GetDirectoryName(folder)!)
            yield return folder;
    }

    private static long? Left(string folder, Version version)
    {
        if (Number(Path.Combine(folder, version.Limit)) is not { } limit || Number(Path.Combine(folder, version.Used)) is not { } used)
            return null;
        var statistics = Path.Combine(folder, "memory.stat");
        var cached = File.Exists(statistics) && File.ReadLines(statistics).FirstOrDefault(line => line.StartsWith(version.Cached, StringComparison.Ordinal)) is { } line ? Parse(line[version.Cached.Length..]) ?? 0 : 0;
        return Math.Max(0, limit - (used - cached)); // files that are in memory go when it is needed
    }

    private static long? Number(string file) => File.Exists(file) ? Parse(File.ReadAllText(file)) : null;

    private static long? Parse(string text) => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null; // 'max' is none

    private sealed record Version(string Limit, string Used, string Cached);
}
