using System.Globalization;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Host.Tests.Processes;

namespace Framework.Host.Tests.Slurm;

/// <summary>A unit that two tasks of a job train together.</summary>
public sealed class SlurmRankTests(SlurmCluster cluster) : IClassFixture<SlurmCluster>, IDisposable
{
    private static readonly string[] OnCluster = ["run", "one.yaml", "--device", "cpu", "--engine", "slurm", "--set", "resources.ranks=2"];
    private readonly TinyBatch _batch = new();

    public void Dispose() => _batch.Dispose();

    [SlurmFact]
    public async Task Run_ATaskIsKilledTwice_IsTriedOnceMoreEndsWithWordsAndGoesOnWhenAskedAgain()
    {
        _batch.Change("one", "epochs: 6", "epochs: 200");
        using var waiting = cluster.Start(_batch.Path, OnCluster);
        await waiting.Say("one.yaml: 3 jobs"); // the unit in two tasks, its control in one, the evaluation
        var script = await File.ReadAllTextAsync(Path.Combine(Run.Path, "slurm", "001-classify.sh"));

        await KillATask(start: 1);
        await KillATask(start: 2);
        var (code, _, error) = await waiting.End();
        var status = Unit.Status!;
        var (again, _, againError) = await cluster.Run(_batch.Path, OnCluster);

        Assert.Contains("srun --ntasks=2 ", script, StringComparison.Ordinal);
        Assert.Contains("srun --ntasks=1 ", await File.ReadAllTextAsync(Path.Combine(Run.Path, "slurm", "002-classify.sh")), StringComparison.Ordinal);
        Assert.True(code == 1, error);
        Assert.Equal((UnitState.Failed, 2, 2), (status.State, status.Starts, status.Ranks));
        Assert.Matches(@"^classify\.0\.0: rank 1 \(process \d+ on '.+'\) was lost: it has been silent for 30 s; .*The state of step \d+ is saved\. This command resumes: \./framework run one\.yaml", status.Message);
        Assert.Contains(status.Message!, error, StringComparison.Ordinal);
        Assert.True(again == 0, againError);
        Assert.Equal(3, Unit.Status!.Starts);
        await AssertSameAsHere();
    }

    private RunFolder Run => Assert.Single(_batch.RunsOf("one"));

    private UnitFolder Unit => Run.Units.Single(unit => unit.Unit.Name == "classify.0.0");

    /// <summary>Kills task 1 of the unit's step once the unit has got on.</summary>
    private async Task KillATask(int start)
    {
        await SlurmCluster.Until("the unit is at work and has saved a state", () => Task.FromResult(Unit.Status is { Pulse.Done: > 0, State: UnitState.Running } status && status.Starts == start && SavedStep.In(Unit.Path) is not null));
        ChildProcesses.Kill(Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Order().First(IsTask)); // what it starts looks like it for a moment
    }

    private bool IsTask(int process)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{process}/cmdline");
            return words.Contains("\0unit\0", StringComparison.Ordinal) && words.Contains("framework-host", StringComparison.Ordinal) && !words.Contains("srun", StringComparison.Ordinal)
                && File.ReadAllText($"/proc/{process}/environ").Split('\0') is var variables && variables.Contains("SLURM_PROCID=1") && variables.Contains($"PWD={_batch.Path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has just ended
        }
    }

    private async Task AssertSameAsHere()
    {
        using var here = new TinyBatch();
        here.TakePseudonymsOf(_batch);
        File.Copy(_batch.File("one.yaml"), here.File("one.yaml"), overwrite: true);
        var (code, _, error) = await HostProcess.Run(here.Path, "run", "one.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1", "--ranks", "2");
        Assert.True(code == 0, error);
        Assert.Equal(here.ResultsOf("one"), _batch.ResultsOf("one"));
    }
}
