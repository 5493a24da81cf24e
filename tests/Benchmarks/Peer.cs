using System.Diagnostics;
using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>A running peer: says <c>ready VERSION</c> once, then one figure for every line it is sent.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    public string Version { get; }

    /// <summary>Starts the peer; null where Python or one of the packages is not installed.</summary>
    public static Peer? Start(PeerCommand command)
    {
        const string Python = "/usr/bin/python3"; // the distribution's, which is where its packages are
        if (!File.Exists(Python))
            return null;
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Peers", command.Script));
        foreach (var argument in command.Arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var line = process.StandardOutput.ReadLine();
        if (line?.StartsWith("ready ", StringComparison.Ordinal) == true)
            return new Peer(process, line[6..]);
        process.Dispose();
        return null;
    }

    public double Measure()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended before it answered");
        return double.Parse(line, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
            _process.Kill();
        _process.Dispose();
    }
}
