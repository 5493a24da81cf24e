using System.Diagnostics;

namespace Framework.Host.Tests.Processes;

/// <summary>The real executable, as the launcher starts it.</summary>
internal sealed class HostProcess : IDisposable
{
    private const int Interrupt = 2;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly List<string> _errors = [];
    private readonly TaskCompletionSource _ended = new();
    private readonly List<(string Beginning, TaskCompletionSource Seen)> _awaited = [];

    private HostProcess(string folder, IReadOnlyDictionary<string, string> environment, string[] words, IReadOnlyList<string>? around = null)
    {
        string[] all = [.. around ?? [], Executable, .. words];
        var start = new ProcessStartInfo(all[0], all[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>The host as it was built with these tests, with its plugins beside it.</summary>
    public static string Executable { get; } = Path.Combine(
        SharedData.RepositoryRoot, "artifacts", "bin", "Framework.Host", new DirectoryInfo(AppContext.BaseDirectory).Name, "framework-host");

    /// <summary>The command of these tests. One thread: several that wait for each other crawl on a machine that is busy with other tests.</summary>
    public static string[] RunTiny { get; } = ["run", "tiny.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1"];

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static HostProcess Start(string folder, params string[] words) => new(folder, new Dictionary<string, string>(), words);

    /// <summary>Starts it by another program, which becomes it.</summary>
    public static HostProcess StartWithin(IReadOnlyList<string> around, string folder, params string[] words) => new(folder, new Dictionary<string, string>(), words, around);

    /// <summary>Starts it with variables of its own.</summary>
    public static HostProcess Start(string folder, IReadOnlyDictionary<string, string> environment, string[] words) => new(folder, environment, words);

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(string folder, params string[] words)
    {
        using var process = Start(folder, words);
        return await process.End();
    }

    /// <summary>Waits for a line of standard error that begins so.</summary>
    public async Task Say(string beginning)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_errors)
        {
            if (_errors.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)))
                return;
            _awaited.Add((beginning, seen));
        }

        if (await Task.WhenAny(seen.Task, _ended.Task) != seen.Task)
            throw new InvalidOperationException($"The process ended without saying '{beginning}':\n{string.Join('\n', _errors)}");
    }

    /// <summary>kill -9 after a time; false where it had ended by itself before.</summary>
    public async Task<bool> KillAfter(TimeSpan time)
    {
        using var waiting = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(waiting.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            return _process.ExitCode == 128 + 9;
        }
    }

    /// <summary>kill -TERM; false where it had ended by itself before.</summary>
    public bool AskToStop() => ChildProcesses.Signal(_process.Id, ChildProcesses.Terminate);

    /// <summary>kill -INT, as a terminal does.</summary>
    public bool PressCtrlC() => ChildProcesses.Signal(_process.Id, Interrupt);

    public async Task<(int Code, string Output, string Error)> End()
    {
        await _process.WaitForExitAsync();
        var output = await _output;
        await _ended.Task;
        lock (_errors)
            return (_process.ExitCode, output, string.Join('\n', _errors));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _ended.TrySetResult();
            return;
        }

        lock (_errors)
        {
            _errors.Add(line);
            foreach (var (_, seen) in _awaited.Where(awaited => line.StartsWith(awaited.Beginning, StringComparison.Ordinal)))
                seen.TrySetResult();
        }
    }
}
