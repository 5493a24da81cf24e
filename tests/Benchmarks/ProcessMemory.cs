using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>What the kernel counts for this process.</summary>
internal static class ProcessMemory
{
    /// <summary>The most physical memory at one time (VmHWM), in MiB.</summary>
    public static double Peak()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
