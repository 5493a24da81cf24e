using System.Diagnostics;
using System.Globalization;

namespace Framework.Host.Tests.Processes;

/// <summary>The processes that a process has started, as /proc tells them.</summary>
internal static class ChildProcesses
{
    public static IReadOnlyList<(int Id, string Words)> Of(int parent) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
           let status = Read(Path.Combine(folder, "status"))
           where status.Contains($"PPid:\t{parent}\n", StringComparison.Ordinal)
           select (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), Read(Path.Combine(folder, "cmdline")).Replace('\0', ' ')),
    ];

    /// <summary>kill -9; nothing where it has just ended.</summary>
    public static void Kill(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            found.Kill();
        }
        catch (ArgumentException)
        {
            // It has just ended.
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException) // it has just ended
        {
            return "";
        }
    }
}
