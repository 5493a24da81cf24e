using System.Diagnostics;
using System.Globalization;

namespace Framework.Host.Tests.Processes;

/// <summary>A control group whose processes may take so much memory together; the kernel ends the greediest of them where they want more.</summary>
internal sealed class MemoryCage : IDisposable
{
    private static readonly string? Parent = FindParent();
    private readonly string _folder = Path.Combine(Parent ?? "", string.Create(CultureInfo.InvariantCulture, $"framework-test-{Guid.NewGuid():N}"));

    public MemoryCage(long bytes)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, IsFirstVersion ? "memory.limit_in_bytes" : "memory.max"), bytes.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Null where groups can be made, else the reason for skipping.</summary>
    public static string? Missing { get; } = Try();

    private static bool IsFirstVersion => Directory.Exists("/sys/fs/cgroup/memory");

    /// <summary>Words that run a program within.</summary>
    public IReadOnlyList<string> Around => ["/bin/sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", Path.Combine(_folder, "cgroup.procs")];

    public void Dispose()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(_folder); // files in it are the kernel's, and go with it
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                using var wait = Process.Start("sleep", "0.1"); // until the last process has left
                wait.WaitForExit();
            }
        }
    }

    // Groups of the second version that hold processes may not hold limited groups: there it is the outermost.
    private static string? FindParent()
    {
        if (!IsFirstVersion)
            return File.Exists("/sys/fs/cgroup/cgroup.controllers") ? "/sys/fs/cgroup" : null;
        var own = File.ReadLines("/proc/self/cgroup").Select(line => line.Split(':', 3)).FirstOrDefault(parts => parts[1] == "memory")?[2] ?? "/";
        return Directory.Exists("/sys/fs/cgroup/memory" + own) ? "/sys/fs/cgroup/memory" + own : "/sys/fs/cgroup/memory";
    }

    private static string? Try()
    {
        if (Parent is null)
            return "needs control groups of memory";
        try
        {
            using var cage = new MemoryCage(1 << 30);
            using var inside = Process.Start(new ProcessStartInfo(cage.Around[0], [.. cage.Around.Skip(1), "true"]))!;
            inside.WaitForExit();
            return inside.ExitCode == 0 ? null : "needs control groups that processes can be put into";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "needs the right to make control groups";
        }
    }
}
