using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>Keeps a folder to one process. The operating system gives the lock back when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private const int WouldBlock = 11; // EWOULDBLOCK: somebody else holds it

    private readonly FileStream _file;
    private readonly string _owner;

    private RunLock(FileStream file, string owner)
    {
        _file = file;
        _owner = owner;
    }

    /// <summary>Takes the folder for this process.</summary>
    /// <exception cref="ExperimentException">Another process has it; the message names it.</exception>
    public static RunLock Take(string folder)
    {
        var owner = Path.Combine(folder, ".lock-owner");
        var file = TryOpen(Path.Combine(folder, ".lock")) ?? throw new ExperimentException(Busy(folder, owner));
        File.WriteAllText(owner, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Environment.MachineName}"));
        return new RunLock(file, owner);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        File.Delete(_owner);
        _file.Dispose(); // the empty lock file stays: deleting it would let two processes lock two files of one name
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return null;
        }
    }

    private static string Busy(string folder, string owner)
    {
        var parts = Read(owner).Split(' ');
        var who = parts.Length == 2 ? $"process {parts[0]} on '{parts[1]}'" : "another process";
        return $"{folder}: {who} is working in this run folder. Wait until it ends, or stop it and run the same command again: it resumes.";
    }

    private static string Read(string owner)
    {
        try
        {
            return File.ReadAllText(owner);
        }
        catch (IOException) // it has just begun or just ended
        {
            return "";
        }
    }
}
