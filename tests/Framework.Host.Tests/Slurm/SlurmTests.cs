using Framework.Host.Batches.Slurm;
using Framework.Host.Runs;
using Framework.Host.Tests.Plugins;
using Framework.Host.Tests.Processes;

namespace Framework.Host.Tests.Slurm;

public sealed class SlurmTests(SlurmCluster cluster) : IClassFixture<SlurmCluster>, IDisposable
{
    private static readonly string[] OnCluster = ["run", "folds.yaml", "--device", "cpu", "--engine", "slurm"];
    private readonly TinyBatch _batch = new();

    public void Dispose() => _batch.Dispose();

    [SlurmFact]
    public async Task Run_TwoFolds_GivesTheFiguresOfThisMachine()
    {
        var (code, output, error) = await cluster.Run(_batch.Path, OnCluster);

        Assert.True(code == 0, error);
        Assert.Equal(Path.GetRelativePath(_batch.Path, Run.Path) + "\n", output);
        Assert.Contains("folds.yaml: 5 jobs submitted, 5 in the queue", error, StringComparison.Ordinal);
        Assert.Contains("folds finish: ", error, StringComparison.Ordinal);
        Assert.True(Run.IsFinished);
        Assert.True(File.Exists(Run.ReportFile));
        await AssertSameAsHere();
    }

    [SlurmFact]
    public async Task Run_PreemptedAndLeftAlone_SavesGoesOnAndGivesTheSameFigures()
    {
        MakeLonger();
        var (code, _, error) = await cluster.Run(_batch.Path, [.. OnCluster, "--detach"]);
        Assert.True(code == 0, error);
        var job = Jobs.Single(job => job.Unit == "classify.0.0").Id;
        await SlurmCluster.Until("the unit is at work", () => Task.FromResult(Unit("classify.0.0").Status?.Pulse is not null));

        await cluster.Call("sbatch", "--partition=urgent", "--cpus-per-task=2", "--output=/dev/null", "--wrap=sleep 1");
        await SlurmCluster.Until("the unit has saved its state", () => Task.FromResult(Unit("classify.0.0").Status?.State == UnitState.Interrupted));
        await SlurmCluster.Until("the job is in the queue again", async () => (await cluster.States())[job] == "PENDING");
        var (statusCode, status, _) = await cluster.Run(_batch.Path, "batch", "--status");
        using var waiting = cluster.Start(_batch.Path, OnCluster);
        await waiting.Say("folds.yaml: 0 jobs submitted"); // it attaches to the same jobs, which cannot end before they are released
        foreach (var other in Jobs)
            await Release(other.Id);
        var waited = await waiting.End();

        Assert.Equal(0, statusCode);
        Assert.Contains("classify.0.0 (pending)", status, StringComparison.Ordinal);
        Assert.True(waited.Code == 0, waited.Error);
        Assert.Equal(2, Unit("classify.0.0").Status!.Starts);
        await AssertSameAsHere();
    }

    [SlurmFact]
    public async Task Run_SubmitterKilled_JobsGoOnToTheSameFigures()
    {
        using (var waiting = cluster.Start(_batch.Path, OnCluster))
        {
            await waiting.Say("folds.yaml: 5 jobs");
            Assert.True(await waiting.KillAfter(TimeSpan.Zero));
        }

        await SlurmCluster.Until("the run is finished", () => Task.FromResult(Run.IsFinished));

        Assert.All(Run.Units, unit => Assert.Equal(1, unit.Status!.Starts));
        await AssertSameAsHere();
    }

    [LongSlurmFact]
    public async Task Run_TimeLimitNear_SavesQueuesItselfAgainAndGivesTheSameFigures()
    {
        string[] plugins = ["--plugins", Situations.Folder("Faulty")];
        _batch.Change("folds", "epochs: 6", "epochs: 60"); // of 24 samples
        _batch.Change("folds", "- hounsfield", "- hounsfield\n      - { use: faulty, how: dawdles }"); // a minute and more, on any machine
        _batch.Change("folds", "data: {", "resources: { time: 1 min }\ndata: {");
        var (code, _, error) = await cluster.Run(_batch.Path, [.. OnCluster, "--detach", .. plugins]);
        Assert.True(code == 0, error);

        await SlurmCluster.Until("the run is finished", async () =>
        {
            foreach (var job in Jobs)
                await Release(job.Id);
            return Run.IsFinished;
        }, TimeSpan.FromMinutes(15));

        Assert.All(new[] { "classify.0.0", "classify.1.0" }, name => Assert.InRange(Unit(name).Status!.Starts, 2, 20));
        // A log for each place in the array; the controls are done long before their limit.
        Assert.Equal(2, Directory.GetFiles(Run.LogsFolder, "*classify.?.log").Count(log => File.ReadAllText(log).Contains("the state is saved", StringComparison.Ordinal)));
        await AssertSameAsHere(plugins);
    }

    [LongSlurmFact]
    public async Task Run_ControllerAwayForHalfAMinute_WarnsWaitsOnAndGivesTheSameFigures()
    {
        MakeLonger();
        using var waiting = cluster.Start(_batch.Path, OnCluster);
        await waiting.Say("folds.yaml: 5 jobs");
        await SlurmCluster.Until("the unit is at work", () => Task.FromResult(Unit("classify.0.0").Status?.Pulse is not null));

        await cluster.StopController();
        await waiting.Say("warning: folds.yaml: squeue says: ");
        await Task.Delay(TimeSpan.FromSeconds(30));
        await cluster.StartController();
        var (code, _, error) = await waiting.End();

        Assert.True(code == 0, error);
        Assert.Contains("The jobs go on; it is asked again for 30 minutes.", error, StringComparison.Ordinal);
        await AssertSameAsHere();
    }

    [SlurmFact]
    public async Task Run_OneJobCancelled_SaysSoAndDoesItWhenAskedAgain()
    {
        MakeLonger();
        using var waiting = cluster.Start(_batch.Path, OnCluster);
        await waiting.Say("folds.yaml: 5 jobs");
        await SlurmCluster.Until("the unit is at work", () => Task.FromResult(Unit("classify.1.0").Status?.State == UnitState.Running));

        await cluster.Call("scancel", Jobs.Single(job => job.Unit == "classify.1.0").Id);
        var (code, _, error) = await waiting.End();
        var (again, _, againError) = await cluster.Run(_batch.Path, OnCluster);

        Assert.Equal(1, code);
        Assert.Contains("classify.1.0: its job was cancelled", error, StringComparison.Ordinal);
        Assert.True(again == 0, againError);
        Assert.Contains("folds.yaml: 2 jobs submitted", againError, StringComparison.Ordinal); // the unit and the evaluation
        await AssertSameAsHere();
    }

    [SlurmFact]
    public async Task Run_CtrlCWithCancelOnInterrupt_LeavesNothingInTheQueue()
    {
        MakeLonger();
        using var waiting = cluster.StartHearingCtrlC(_batch.Path, [.. OnCluster, "--cancel-on-interrupt"]);
        await waiting.Say("folds.yaml: 5 jobs");

        Assert.True(waiting.PressCtrlC());
        var (code, _, error) = await waiting.End();

        Assert.Equal(130, code);
        Assert.Contains("its jobs are cancelled; those at work save their state", error, StringComparison.Ordinal);
        var states = await cluster.States();
        Assert.All(Jobs, job => Assert.DoesNotContain(new QueueStates(states).Of(job.Id), new[] { "PENDING", "REQUEUED" }));
    }

    private RunFolder Run => Assert.Single(_batch.RunsOf("folds"));

    private List<SlurmJob> Jobs => RunJson.TryRead(Run.JobsFile, RunJson.Form.ListSlurmJob)!;

    private UnitFolder Unit(string name) => Run.Units.Single(unit => unit.Unit.Name == name);

    private void MakeLonger() => _batch.Change("folds", "epochs: 6", "epochs: 200");

    /// <summary>Slurm keeps a job that it sent back waiting for two minutes.</summary>
    private async Task Release(string job)
    {
        if ((await cluster.States()).GetValueOrDefault(job) != "PENDING")
            return;
        await Task.Delay(TimeSpan.FromSeconds(2)); // what starts again in the second of its end is refused: its credential was revoked then
        await cluster.Try("scontrol", "update", $"JobId={job}", "StartTime=now"); // it may have begun since
    }

    private async Task AssertSameAsHere(params string[] more)
    {
        using var here = new TinyBatch();
        here.TakePseudonymsOf(_batch);
        File.Copy(_batch.File("folds.yaml"), here.File("folds.yaml"), overwrite: true);
        var (code, _, error) = await HostProcess.Run(here.Path, ["run", "folds.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1", .. more]);
        Assert.True(code == 0, error);
        Assert.Equal(here.ResultsOf("folds"), _batch.ResultsOf("folds"));
    }
}
