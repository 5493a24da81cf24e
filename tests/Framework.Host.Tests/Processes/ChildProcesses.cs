using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Framework.Host.Tests.Processes;

/// <summary>The processes that a process has started, as /proc tells them.</summary>
internal static partial class ChildProcesses
{
    /// <summary>SIGTERM.</summary>
    public const int Terminate = 15;

    /// <summary>SIGSTOP: the process stays, and does nothing.</summary>
    public const int Stop = 19;

    public static IReadOnlyList<(int Id, string Words)> Of(int parent) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
           let status = Read(Path.Combine(folder, "status"))
           where status.Contains($"PPid:\t{parent}\n", StringComparison.Ordinal)
           select (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), Read(Path.Combine(folder, "cmdline")).Replace('\0', ' ')),
    ];

    /// <summary>kill -9; false where it has just ended.</summary>
    public static bool Kill(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            if (!IsThere(process))
                return false; // nobody has fetched its end yet
            found.Kill();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Sends a signal; false where the process has ended.</summary>
    public static bool Signal(int process, int signal) => SendSignal(process, signal) == 0;

    /// <summary>Whether the process is there and has not just ended.</summary>
    public static bool IsThere(int process) => Read(Path.Combine("/proc", process.ToString(CultureInfo.InvariantCulture), "status")) is { Length: > 0 } status && !status.Contains("State:\tZ", StringComparison.Ordinal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

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
