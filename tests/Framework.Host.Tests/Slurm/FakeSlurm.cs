using System.Diagnostics;
using Framework.Host.Tests.Processes;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Slurm;

/// <summary>Slurm's commands as far as submitting goes: <c>sbatch</c> writes down what it is told, the queue is empty, and nothing is done.</summary>
internal sealed class FakeSlurm : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeSlurm()
    {
        Make("sbatch", """echo "$*" >>"$0.calls"; grep -c . "$0.calls" """);
        Make("squeue", "");
        Make("scancel", "");
    }

    /// <summary>The words of each call of <c>sbatch</c>, on a line each.</summary>
    public IReadOnlyList<string> Submitted => File.ReadAllLines(_folder.File("sbatch.calls"));

    /// <summary>Starts the host, which finds these commands first.</summary>
    public HostProcess Start(string folder, params string[] words) =>
        HostProcess.Start(folder, new Dictionary<string, string> { ["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}" }, words);

    public void Dispose() => _folder.Dispose();

    private void Make(string name, string line)
    {
        using var chmod = Process.Start("chmod", ["+x", _folder.Write(name, $"#!/bin/sh\n{line}\n")]);
        chmod.WaitForExit();
        Assert.Equal(0, chmod.ExitCode);
    }
}
