using System.Globalization;

namespace Framework.Host.Engines;

/// <summary>Memory of this process and of this machine, as Linux tells it.</summary>
internal static class ProcessMemory
{
    /// <summary>Bytes that this process holds; null where the system does not say.</summary>
    public static long? Now() => Find("/proc/self/status", "VmRSS:");

    /// <summary>The most bytes that this process has held; null where the system does not say.</summary>
    public static long? Peak() => Find("/proc/self/status", "VmHWM:");

    /// <summary>Bytes that new processes can take: what is free or can be freed, within the limit of this container.</summary>
    public static long Available() => Math.Min(
        Find("/proc/meminfo", "MemAvailable:") ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, ContainerMemory.Left("/proc/self/cgroup", "/sys/fs/cgroup") ?? long.MaxValue);

    private static long? Find(string file, string name)
    {
        if (!File.Exists(file))
            return null;
        var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is not null && long.TryParse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture, out var kilobytes)
            ? kilobytes * 1024
            : null;
    }
}
