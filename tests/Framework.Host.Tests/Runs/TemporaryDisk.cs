using System.Diagnostics;

namespace Framework.Host.Tests.Runs;

/// <summary>A small disk in memory.</summary>
internal sealed class TemporaryDisk : IDisposable
{
    public TemporaryDisk(int kilobytes) => Call("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", Path);

    public string Path { get; } = Directory.CreateTempSubdirectory("disk-test-").FullName;

    /// <summary>Null where disks can be mounted, else the reason for skipping.</summary>
    public static string? Missing { get; } = Try();

    /// <summary>Makes it larger or smaller.</summary>
    public void Resize(int kilobytes) => Call("mount", "-o", $"remount,size={kilobytes}k", Path);

    /// <summary>Lets nothing be written on it.</summary>
    public void MakeReadOnly() => Call("mount", "-o", "remount,ro", Path);

    public void Dispose()
    {
        Call("umount", Path);
        Directory.Delete(Path);
    }

    private static string? Try()
    {
        if (Environment.UserName != "root")
            return "needs root, to mount a small disk";
        try
        {
            new TemporaryDisk(64).Dispose();
            return null;
        }
        catch (InvalidOperationException)
        {
            return "needs a machine where tmpfs can be mounted";
        }
    }

    private static void Call(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }
}
