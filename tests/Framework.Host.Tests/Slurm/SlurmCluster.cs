using System.Diagnostics;
using System.Globalization;
using Framework.Host.Batches.Slurm;
using Framework.Host.Tests.Processes;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Slurm;

/// <summary>A Slurm cluster of one node, which is this machine, for as long as the tests of a class take.</summary>
public sealed class SlurmCluster : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        if (SlurmFactAttribute.Missing is null)
            await Script("start", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    public async Task DisposeAsync()
    {
        if (SlurmFactAttribute.Missing is null)
            await Script("stop");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Starts the host with this cluster as its own.</summary>
    internal HostProcess Start(string folder, params string[] words) => HostProcess.Start(folder, new Dictionary<string, string> { ["SLURM_CONF"] = Configuration }, words);

    /// <summary>The same for a host that hears Ctrl-C, also where these tests run in the background of a shell, which has it ignored.</summary>
    internal HostProcess StartHearingCtrlC(string folder, params string[] words) => HostProcess.StartWithin(["env", "--default-signal=INT", $"SLURM_CONF={Configuration}"], folder, words);

    /// <summary>Runs the host to its end with this cluster as its own.</summary>
    internal async Task<(int Code, string Output, string Error)> Run(string folder, params string[] words)
    {
        using var process = Start(folder, words);
        return await process.End();
    }

    /// <summary>Calls one of Slurm's commands.</summary>
    internal async Task<string> Call(string program, params string[] words)
    {
        var (code, output, error) = await RunProgram(program, words);
        Assert.True(code == 0, $"{program} {string.Join(' ', words)}: {error}");
        return output;
    }

    /// <summary>Calls one of Slurm's commands, which may refuse.</summary>
    internal Task Try(string program, params string[] words) => RunProgram(program, words);

    /// <summary>Ends the controller; jobs at work go on.</summary>
    internal async Task StopController()
    {
        var controller = int.Parse(await File.ReadAllTextAsync(_folder.File("slurmctld.pid")), CultureInfo.InvariantCulture);
        Assert.True(ChildProcesses.Signal(controller, ChildProcesses.Terminate));
        await Until("the controller has ended", () => Task.FromResult(!ChildProcesses.IsThere(controller)));
    }

    /// <summary>Starts it again, with the queue as it was.</summary>
    internal Task StartController() => Call("slurmctld");

    /// <summary>The states of the jobs in the queue, by their names as a run folder writes them down.</summary>
    internal async Task<Dictionary<string, string>> States() =>
        (from line in (await Call("squeue", "--array", "--noheader", "--states=all", "--format=%i %T")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
         let parts = line.Split(' ')
         from name in JobNames.Expand(parts[0])
         select (Name: name, State: parts[1])).DistinctBy(job => job.Name).ToDictionary(job => job.Name, job => job.State);

    /// <summary>Waits until something is so.</summary>
    internal static async Task Until(string what, Func<Task<bool>> isSo, TimeSpan? patience = null)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < (patience ?? TimeSpan.FromMinutes(4)), $"waited in vain until {what}");
            await timer.WaitForNextTickAsync();
        }
    }

    private string Configuration => _folder.File("slurm.conf");

    private async Task Script(string command, params string[] more)
    {
        var (code, _, error) = await RunProgram(SlurmFactAttribute.Script, [command, _folder.Path, .. more]);
        Assert.True(code == 0, error);
    }

    private async Task<(int Code, string Output, string Error)> RunProgram(string program, string[] words)
    {
        // Daemons keep what they inherit: files, not pipes, so that nobody waits for their ends.
        var (output, error) = (_folder.File($"out-{Guid.NewGuid():N}"), _folder.File($"error-{Guid.NewGuid():N}"));
        var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$1 err=$2; shift 2; exec \"$@\" >\"$out\" 2>\"$err\" </dev/null", "sh", output, error, program, .. words]);
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return (process.ExitCode, await File.ReadAllTextAsync(output), await File.ReadAllTextAsync(error));
    }
}
