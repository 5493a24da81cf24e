using System.Diagnostics;
using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>Keeps a folder to one process. The operating system gives the lock back when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private const int WouldBlock = 11; // EWOULDBLOCK: somebody else holds it

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10); // an owner that was left alone saves its state first
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;
    private readonly string _owner;

    private RunLock(FileStream file, string owner)
    {
        _file = file;
        _owner = owner;
    }

    /// <summary>Takes the folder for this process.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="ExperimentException">Another process has it; the message names it.</exception>
    public static RunLock Take(string folder, string what = "this run folder") =>
        TryTake(folder) ?? throw new ExperimentException(Busy(folder, what));

    /// <summary>Takes one piece of work of a run, when the process that has it ends.</summary>
    /// <exception cref="ExperimentException">It does not end.</exception>
    public static RunLock TakeUnit(RunFolder run, string name, CancellationToken cancellation) => Wait(Path.Combine(run.LocksFolder, name), name, cancellation);

    /// <summary>Takes one piece of work of a run; null where another process has it.</summary>
    public static RunLock? TryTakeUnit(RunFolder run, string name) => TryTake(Directory.CreateDirectory(Path.Combine(run.LocksFolder, name)).FullName);

    /// <summary>Takes the folder when the process that has it ends.</summary>
    /// <exception cref="ExperimentException">It does not end.</exception>
    /// <exception cref="OperationCanceledException">There was no time to wait.</exception>
    public static RunLock Wait(string folder, string what, CancellationToken cancellation) => Wait(folder, what, Patience, cancellation);

    /// <summary>Takes a run's folder; the workers of a process that was killed need a moment to see that it is gone.</summary>
    /// <exception cref="ExperimentException">Another process has it and goes on; the message names it.</exception>
    /// <exception cref="OperationCanceledException">There was no time to wait.</exception>
    public static RunLock TakeRun(string folder, CancellationToken cancellation) => Wait(folder, "this run folder", Moment, cancellation);

    private static RunLock Wait(string folder, string what, TimeSpan patience, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience; cancellation.WaitHandle.WaitOne(Pause))
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(folder) is { } taken)
                return taken;
        }

        return Take(folder, what);
    }

    /// <summary>Who works in the folder, such as <c>process 12 on 'ward'</c>; null for nobody.</summary>
    public static string? OwnerOf(string folder)
    {
        var path = FileIn(folder);
        if (!File.Exists(path))
            return null;
        using var free = TryOpen(path);
        return free is null ? Owner(folder) : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        File.Delete(_owner);
        _file.Dispose(); // the empty lock file stays: deleting it would let two processes lock two files of one name
    }

    private static string FileIn(string folder) => Path.Combine(folder, ".lock");

    private static string OwnerFile(string folder) => Path.Combine(folder, ".lock-owner");

    private static RunLock? TryTake(string folder)
    {
        if (TryOpen(FileIn(folder)) is not { } file)
            return null;
        File.WriteAllText(OwnerFile(folder), string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Environment.MachineName}"));
        return new RunLock(file, OwnerFile(folder));
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

    private static string Busy(string folder, string what) =>
        $"{folder}: {Owner(folder)} is working in {what}. Wait until it ends, or stop it and run the same command again: it resumes.";

    private static string Owner(string folder)
    {
        var parts = Read(OwnerFile(folder)).Split(' ');
        return parts.Length == 2 ? $"process {parts[0]} on '{parts[1]}'" : "another process";
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
