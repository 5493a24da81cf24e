using Framework.Host.Batches.Slurm;
using Framework.Host.Experiments;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Slurm;

public sealed class SlurmScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 8, "  exec srun --ntasks=1 --cpus-per-task=8 --unbuffered --kill-on-bad-exit=0 \"$@\"")]
    [InlineData(4, 2, "  exec srun --ntasks=4 --cpus-per-task=2 --unbuffered --kill-on-bad-exit=0 --wait=0 \"$@\"")]
    public void Write_SeveralProcessors_GivesThemToTheStepToo(int ranks, int cpus, string expected)
    {
        var path = _folder.File("slurm", "unit.sh");

        SlurmScript.Write(path, [["unit", "run", "classify.0.0"]], new ResourcesSection { Ranks = ranks, Cpus = cpus });

        Assert.Contains(expected, File.ReadAllLines(path));
    }
}
