using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class ResumeTests : IDisposable
{
    private readonly Workbench _bench = new();
    private readonly Workbench _whole = new();

    public void Dispose()
    {
        _bench.Dispose();
        _whole.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(19)]
    public void Run_StoppedOnRequest_GoesOnAtThatStepAndEndsTheSame(int step)
    {
        Stop(_bench.Load(), step);
        var resumed = _bench.Load();

        var run = _bench.Run(resumed);

        Assert.Equal(step + 1, Workbench.TrainerOf(resumed).Taken[0].Step);
        Assert.Equal(2, run.Units[0].Status!.Starts);
        AssertSameAsWhole(run);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(7, 5)]
    [InlineData(19, 15)]
    public void Run_DiedBetweenCheckpoints_GoesOnFromTheLastOneAndEndsTheSame(int died, int saved)
    {
        Die(_bench.Load(), died);
        var resumed = _bench.Load();

        var run = _bench.Run(resumed);

        Assert.Equal(saved + 1, Workbench.TrainerOf(resumed).Taken[0].Step);
        AssertSameAsWhole(run);
    }

    [Fact]
    public void Run_Stopped_SaysInterruptedInStatusAndProvenance()
    {
        Stop(_bench.Load(), 4);

        var run = _bench.Store.Find("latest");

        Assert.Equal(UnitState.Interrupted, run.Units[0].Status!.State);
        Assert.Equal(UnitState.Interrupted, Assert.Single(run.Provenance!.Starts).Outcome);
        Assert.Null(run.Provenance.Finished);
    }

    [Fact]
    public void Run_UnitThrew_SaysFailedWithTheUnitAndTheCause()
    {
        var experiment = _bench.Load();
        Workbench.TrainerOf(experiment).AfterStep = _ => throw new InvalidOperationException("the sensor broke");

        var error = Assert.Throws<TrainingException>(() => _bench.Run(experiment));

        Assert.Equal("guess.0.0: 'study.walk' failed: the sensor broke", error.Message);
        var run = _bench.Store.Find("latest");
        Assert.Equal((UnitState.Failed, error.Message), (run.Units[0].Status!.State, run.Units[0].Status!.Message));
        Assert.Equal(UnitState.Failed, Assert.Single(run.Provenance!.Starts).Outcome);
    }

    [Fact]
    public void Run_StoppedTwice_NotesThreeStarts()
    {
        Stop(_bench.Load(), 4);
        Stop(_bench.Load(), 9);

        var run = _bench.Run(_bench.Load());

        Assert.Equal([UnitState.Interrupted, UnitState.Interrupted, UnitState.Finished], run.Provenance!.Starts.Select(start => start.Outcome));
        AssertSameAsWhole(run);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"key\": \"")]
    [InlineData("\0\0\0\0")]
    [InlineData("[]")]
    public void Run_StatusTorn_GoesOnFromTheCheckpoint(string torn)
    {
        Stop(_bench.Load(), 13);
        File.WriteAllText(Path.Combine(_bench.Store.Find("latest").Units[0].Path, "status.json"), torn);
        var resumed = _bench.Load();

        var run = _bench.Run(resumed);

        Assert.Equal(14, Workbench.TrainerOf(resumed).Taken[0].Step);
        AssertSameAsWhole(run);
    }

    [Fact]
    public void Run_EventsTorn_RepairsThem()
    {
        Stop(_bench.Load(), 13);
        File.AppendAllText(_bench.Store.Find("latest").Units[0].Events, "{\"kind\":\"st");

        AssertSameAsWhole(_bench.Run(_bench.Load()));
    }

    [Fact]
    public void Run_PredictionsOfAFinishedUnitChanged_MakesThemAgain()
    {
        Stop(_bench.Load(), 4);
        var run = _bench.Run(_bench.Load());
        File.AppendAllText(run.Units[0].Predictions, "test,c001,x,,0,1,0.5\n");

        AssertSameAsWhole(_bench.Run(_bench.Load()));
    }

    [Fact]
    public void Run_MetricsOfAFinishedRunTorn_MakesThemAgainWithoutTraining()
    {
        File.WriteAllText(_bench.Run(_bench.Load()).MetricsFile, "[{");
        var again = _bench.Load();

        var run = _bench.Run(again);

        Assert.Empty(Workbench.TrainerOf(again).Taken);
        AssertSameAsWhole(run);
    }

    [Fact]
    public void Run_UnfinishedTemporaryFiles_AreRemoved()
    {
        Stop(_bench.Load(), 13);
        var left = Path.Combine(_bench.Store.Find("latest").Units[0].Path, "checkpoint.json.tmp");
        File.WriteAllText(left, "[13, 0.");

        _bench.Run(_bench.Load());

        Assert.False(File.Exists(left));
    }

    [Fact]
    public void Run_FolderInUse_NamesTheProcessAndTouchesNothing()
    {
        Stop(_bench.Load(), 13);
        var run = _bench.Store.Find("latest");
        using var other = RunLock.Take(run.Path);
        var experiment = _bench.Load();

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(experiment));

        Assert.StartsWith($"{run.Path}: process {Environment.ProcessId} on ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Workbench.TrainerOf(experiment).Taken);
        Assert.Equal(UnitState.Interrupted, run.Units[0].Status!.State);
    }

    [Fact]
    public void Run_FolderOfANewerVersion_IsAnErrorThatSaysWhatToDo()
    {
        Stop(_bench.Load(), 13);
        var plan = Path.Combine(_bench.Store.Find("latest").Path, "plan.json");
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal));

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(_bench.Load()));

        Assert.Equal(
            $"{plan}: this run folder has format 2, and this version of the framework knows formats up to 1. "
            + "Use the version that wrote it, or start a run of your own with --new.",
            error.Message);
        Assert.Equal(error.Message, Assert.Throws<ExperimentException>(() => _bench.Store.Find("latest")).Message);
        AssertSameAsWhole(_bench.Run(_bench.Load(), fresh: true));
    }

    [TemporaryDiskFact]
    public void Run_DiskFullAtACheckpoint_SaysSoAndResumesWhenThereIsRoom()
    {
        using var disk = new TemporaryDisk(kilobytes: 1024);
        _bench.Store = new RunStore(Path.Combine(disk.Path, "runs"), _bench.Time);
        var filler = Path.Combine(disk.Path, "filler");
        var experiment = _bench.Load();
        Workbench.TrainerOf(experiment).AfterStep = step => Fill(filler, step == 7);

        var error = Assert.Throws<TrainingException>(() => _bench.Run(experiment));

        Assert.Matches(@"units/guess\.0\.0/checkpoint\.json: the disk is full: it needs \d+ bytes and \d+ are free\. Free some space, then run", error.Message);
        File.Delete(filler);
        var resumed = _bench.Load();
        AssertSameAsWhole(_bench.Run(resumed));
        Assert.Equal(6, Workbench.TrainerOf(resumed).Taken[0].Step); // from the checkpoint before
    }

    private static void Fill(string path, bool now)
    {
        if (!now)
            return;
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // full
        }
    }

    private void AssertSameAsWhole(RunFolder run)
    {
        var whole = _whole.Run(_whole.Load());
        Assert.Equal(File.ReadAllText(whole.MetricsFile), File.ReadAllText(run.MetricsFile));
        Assert.Equal(File.ReadAllText(whole.Units[0].Events), File.ReadAllText(run.Units[0].Events));
        foreach (var split in new[] { "validate", "test" })
            Assert.Equal(Outputs(whole.PredictionsFile("guess", split)), Outputs(run.PredictionsFile("guess", split)));
    }

    /// <summary>Everything but the pseudonyms, which are each store's own.</summary>
    private static IEnumerable<string> Outputs(string file) =>
        File.ReadLines(file).Select(line => string.Join(',', CsvText.Split(line).Where((_, column) => column != 1)));

    private void Stop(Experiment experiment, int step)
    {
        using var source = new CancellationTokenSource();
        Workbench.TrainerOf(experiment).AfterStep = taken =>
        {
            if (taken == step)
                source.Cancel();
        };
        Assert.ThrowsAny<OperationCanceledException>(() => _bench.Run(experiment, cancellation: source.Token));
    }

    private void Die(Experiment experiment, int step)
    {
        Workbench.TrainerOf(experiment).AfterStep = taken =>
        {
            if (taken == step)
                throw new InvalidOperationException("died");
        };
        Assert.Throws<TrainingException>(() => _bench.Run(experiment));
    }
}
