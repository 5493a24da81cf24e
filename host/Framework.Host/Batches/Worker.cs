using System.Diagnostics;
using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Telemetry;
using Framework.Host.Terminal;

namespace Framework.Host.Batches;

/// <summary>This program in a process of its own. What happens to it happens to nobody else.</summary>
/// <remarks>
/// Its standard input is a pipe from here. Closing it asks the worker to save and stop; the system closes it when this process dies, whatever it
/// died of, so that no worker is left behind.
/// </remarks>
internal sealed class Worker
{
    private const int KeptLines = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Queue<string> _last = new();
    private readonly WorkerCall _call;
    private bool _isHung;
    private long _lines;

    private Worker(WorkerCall call) => _call = call;

    /// <summary>Runs a worker to its end.</summary>
    /// <param name="call">What it is to do.</param>
    /// <param name="saveAndStop">Asks it to save and stop.</param>
    public static Task<WorkerEnd> Run(WorkerCall call, CancellationToken saveAndStop) => new Worker(call).Run(saveAndStop);

    private async Task<WorkerEnd> Run(CancellationToken saveAndStop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_call.LogFile)!);
        await using var log = new StreamWriter(new FileStream(_call.LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        var killedBefore = MemoryKills();
        using var process = Process.Start(Start())!;
        _call.Begun?.Invoke(process.Id);
        using var ending = saveAndStop.Register(() => CloseInput(process));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = Keep(process.StandardError, log);
        await Watch(process);
        await Task.WhenAny(Task.WhenAll(errors, output), Task.Delay(Grace, CancellationToken.None)); // a process that it started may hold the pipes
        var crash = _isHung ? HangText() : WorkerEnd.CrashOf(process.ExitCode, MemoryKills() > killedBefore);
        if (crash is not null)
            HostTelemetry.Crashed();
        return new WorkerEnd(process.ExitCode, output.IsCompletedSuccessfully ? await output : "", LastLines()) { Crash = crash };
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(HostProgram.Words[0], [.. HostProgram.Words.Skip(1), .. _call.Words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Tether.Variable] = "1";
        if (Activity.Current?.Id is { } span)
            start.Environment[HostTelemetry.ParentVariable] = span;
        foreach (var (name, value) in _call.Environment)
            start.Environment[name] = value;
        return start;
    }

    private async Task Keep(StreamReader lines, StreamWriter log)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            Interlocked.Increment(ref _lines);
            lock (_last)
            {
                _last.Enqueue(JsonLines.MessageOf(line) ?? line);
                if (_last.Count > KeptLines)
                    _last.Dequeue();
            }

            _call.Said?.Invoke(JsonLines.MessageOf(line) ?? line);
            await TryWrite(log, line);
        }
    }

    private static async Task TryWrite(StreamWriter log, string line)
    {
        try
        {
            await log.WriteLineAsync(line);
        }
        catch (IOException)
        {
            // A disk that is full stops the worker by itself, with a message; its log need not be whole.
        }
    }

    private string[] LastLines()
    {
        lock (_last)
            return [.. _last];
    }

    /// <summary>Waits for the end, and ends what makes no progress. Time is measured here, so that no clock that is put forward or back counts.</summary>
    private async Task Watch(Process process)
    {
        var (seen, since, looked) = (Progress(), Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        var end = process.WaitForExitAsync(CancellationToken.None);
        while (await Task.WhenAny(end, Task.Delay(Look, CancellationToken.None)) != end)
        {
            // Ctrl-Z stops the workers too: the time in which nobody could look does not count against them.
            var pause = Stopwatch.GetElapsedTime(looked) - Look;
            if (pause > Look)
                since += (long)(pause.TotalSeconds * Stopwatch.Frequency);
            looked = Stopwatch.GetTimestamp();
            if (Progress() is var now && !now.Equals(seen))
                (seen, since) = (now, looked);
            if (_call.HangAfter is not { } patience || Stopwatch.GetElapsedTime(since) < patience)
                continue;
            _isHung = true;
            CloseInput(process);
            if (await Task.WhenAny(end, Task.Delay(Grace < patience ? Grace : patience, CancellationToken.None)) != end)
                process.Kill(entireProcessTree: true);
            await end;
            return;
        }
    }

    /// <summary>A value that changes as the worker gets on: what it has said, and its own sign of life.</summary>
    private (long Lines, object? Pulse) Progress() => (Interlocked.Read(ref _lines), _call.Pulse?.Invoke());

    private string HangText() => string.Create(CultureInfo.InvariantCulture, $"it made no progress for {_call.HangAfter!.Value.TotalSeconds:0} s and was ended (--hang-after)");

    private static void CloseInput(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has just ended.
        }
    }

    /// <summary>How many processes the system has killed for want of memory since it started; 0 where it does not say.</summary>
    private static long MemoryKills()
    {
        const string Counter = "oom_kill ";
        const string File = "/proc/vmstat";
        var line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith(Counter, StringComparison.Ordinal)) : null;
        return line is not null && long.TryParse(line.AsSpan(Counter.Length), CultureInfo.InvariantCulture, out var count) ? count : 0;
    }
}
