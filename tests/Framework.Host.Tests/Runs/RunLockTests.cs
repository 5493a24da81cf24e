using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Runs;

public sealed class RunLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Take_TakenAlready_NamesTheProcessThatHasIt()
    {
        using var first = RunLock.Take(_folder.Path);

        var error = Assert.Throws<ExperimentException>(() => RunLock.Take(_folder.Path));

        Assert.Equal(
            $"{_folder.Path}: process {Environment.ProcessId} on '{Environment.MachineName}' is working in this run folder. "
            + "Wait until it ends, or stop it and run the same command again: it resumes.",
            error.Message);
    }

    [Fact]
    public void Take_GivenBack_IsFree()
    {
        RunLock.Take(_folder.Path).Dispose();

        using var second = RunLock.Take(_folder.Path);

        Assert.Equal($"{Environment.ProcessId} {Environment.MachineName}", File.ReadAllText(_folder.File(".lock-owner")));
    }

    [Fact]
    public void Take_LeftByADeadProcess_IsFree()
    {
        _folder.Write(".lock", "");
        _folder.Write(".lock-owner", "4194304 elsewhere");

        using var mine = RunLock.Take(_folder.Path);

        Assert.Equal($"{Environment.ProcessId} {Environment.MachineName}", File.ReadAllText(_folder.File(".lock-owner")));
    }
}
