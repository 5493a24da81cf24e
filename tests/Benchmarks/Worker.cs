using System.Diagnostics;
using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>A process that measures: says <c>ready GREETING</c> once, then one figure for every line it is sent.</summary>
internal sealed class Worker : IDisposable
{
    // What the launcher sets for our processes; a peer runs as its users run it.
    private static readonly string[] OfTheLauncher = ["GLIBC_TUNABLES"];

    private readonly Process _process;

    private Worker(Process process, string greeting)
    {
        _process = process;
        Greeting = greeting;
    }

    /// <summary>What it said of itself: a peer its versions, one of ours its peer's arguments.</summary>
    public string Greeting { get; }

    /// <summary>Starts this program for one benchmark.</summary>
    public static Worker StartOurs(string benchmark, string device, TextWriter log) =>
        Start(Environment.ProcessPath!, [typeof(Worker).Assembly.Location, "--serve", benchmark, "--device", device], log, [])
            ?? throw new InvalidOperationException($"'{benchmark}' ended before it was ready.");

    /// <summary>Starts a script with the first Python that has what it imports; null where none has.</summary>
    public static Worker? StartPeer(PeerCommand command, IReadOnlyList<string> arguments, TextWriter log)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", command.Script);
        string[] given = Environment.GetEnvironmentVariable("FRAMEWORK_PYTHON") is { Length: > 0 } python ? [python] : ["python3", "/usr/bin/python3"];
        return given.Select(python => Start(python, [script, .. arguments], TextWriter.Null, OfTheLauncher)).FirstOrDefault(worker => worker is not null)
            ?? Start(given[^1], [script, .. arguments], log, OfTheLauncher); // once more, for what it says
    }

    /// <summary>Takes the figure once more.</summary>
    public double Measure() => Ask("time");

    /// <summary>The most memory it had at one time, in MiB.</summary>
    public double Memory() => Ask("memory");

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(60_000)) // it may have 100,000 files to delete
            _process.Kill();
        _process.Dispose();
    }

    private static Worker? Start(string program, IReadOnlyList<string> arguments, TextWriter log, string[] without)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var variable in without)
                start.Environment.Remove(variable);
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, line) => log.Write(line.Data is { Length: > 0 } text ? $"  {text}\n" : "");
            process.BeginErrorReadLine();
            var line = process.StandardOutput.ReadLine();
            if (line?.StartsWith("ready", StringComparison.Ordinal) == true)
                return new Worker(process, line[5..].Trim());
            process.WaitForExit();
            process.Dispose();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            log.WriteLine($"  there is no '{program}' here");
        }

        return null;
    }

    private double Ask(string what)
    {
        _process.StandardInput.WriteLine(what);
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("a process that measures ended before it answered");
        return double.Parse(line, CultureInfo.InvariantCulture);
    }
}
