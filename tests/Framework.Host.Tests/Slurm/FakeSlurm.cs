using Framework.Host.Commands;
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

    /// <summary>From now on this happens while the host asks what is in the queue.</summary>
    public void WhenAsked(string folder, params string[] words) =>
        Make("squeue", $"cd {CommandWords.Quote(folder)} && {string.Join(' ', words.Prepend(HostProcess.Executable).Select(CommandWords.Quote))} >/dev/null 2>\"$0.said\"");

    public void Dispose() => _folder.Dispose();

    private void Make(string name, string line) => TestScript.Write(_folder.File(name), $"#!/bin/sh\n{line}\n");
}
