using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

public sealed class BatchProcessTests(WholeBatch whole) : IClassFixture<WholeBatch>, IDisposable
{
    private readonly TinyBatch _batch = new();

    public void Dispose() => _batch.Dispose();

    [Fact]
    public void Batch_Undisturbed_EndsWithASummaryOfEveryExperiment()
    {
        Assert.True(whole.Ended.Code == 0, whole.Ended.Error);
        var record = whole.Batch.Record;
        Assert.Equal(Path.Combine("runs", ".batches"), Path.GetDirectoryName(Path.GetDirectoryName(whole.Ended.Output.Trim())));
        Assert.Equal((UnitState.Finished, 0, 2, 1), (record.State, record.ExitCode, record.Parallel, record.Threads));
        Assert.Equal([("folds.yaml", 4), ("one.yaml", 2), ("two.yaml", 2)], record.Experiments.Select(entry => (entry.File, entry.Units.Count)));
        Assert.All(record.Experiments, entry => Assert.True(File.Exists(whole.Batch.File(entry.Run!, "report.html"))));
        Assert.All(record.Experiments.SelectMany(entry => entry.Units), unit => Assert.Equal((UnitState.Finished, 1), (unit.State, unit.Attempts)));
        Assert.Matches(@"folds\.yaml  finished  4 of 4 +\d+ (s|min) +log-loss", whole.Ended.Error);
        Assert.Equal(whole.Batch.RunsOf("one")[0].Provenance!.Starts[0].CommandLine, "./framework " + string.Join(' ', TinyBatch.Words));
    }

    [Fact]
    public async Task Batch_InOneProcessEach_GivesTheSameFigures()
    {
        _batch.TakePseudonymsOf(whole.Batch);

        foreach (var name in new[] { "folds", "one", "two" })
            Assert.Equal(0, (await HostProcess.Run(_batch.Path, "run", $"{name}.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1")).Code);

        AssertSameAsWhole();
    }

    [Fact]
    public async Task Batch_KilledAtRandomMomentsWithItsWorkers_EndsWithTheSameFiguresAndCountsNothingTwice()
    {
        _batch.TakePseudonymsOf(whole.Batch);
        var moments = new RandomStream(Patience.Seed);
        for (var (starts, kills) = (0, 0); kills < Patience.Kills; starts++)
        {
            Assert.True(starts < 5 * Patience.Kills, $"only {kills} of {starts} starts could be killed");
            using var process = HostProcess.Start(_batch.Path, TinyBatch.Words);
            if (starts % 2 == 0 ? await process.KillAfter(whole.Duration * moments.Uniform(0.1, 0.6)) : await KillAWorker(process, moments))
                kills++;
            else
                await BeginAnew(process); // there was nothing left to be disturbed
        }

        var (code, _, error) = await HostProcess.Run(_batch.Path, TinyBatch.Words);

        Assert.True(code == 0, error);
        AssertSameAsWhole();
    }

    [Fact]
    public async Task Batch_WorkerKilledOnce_TriesItsUnitOnceMoreAndSaysWhy()
    {
        using var process = HostProcess.Start(_batch.Path, TinyBatch.Words);

        Assert.True(await KillAWorker(process, new RandomStream(1)));
        var (code, _, error) = await process.End();

        Assert.True(code == 0, error);
        Assert.Matches(@"warning: \w+ classify\.\d\.0(\.prevalence)?: it was killed \(SIGKILL\): by somebody, or for a limit of memory or time; it is tried once more", error);
        Assert.Equal(2, _batch.Record.Experiments.SelectMany(entry => entry.Units).Max(unit => unit.Attempts));
    }

    [Fact]
    public async Task Batch_AnExperimentIsWrong_DoesTheOthersAndEndsWithItsCode()
    {
        _batch.Write("one", 1, "{ use: holdout, train: 2, validate: 0.25, test: 0.25 }");

        var (code, _, error) = await HostProcess.Run(_batch.Path, TinyBatch.Words);

        Assert.Equal(2, code);
        Assert.Contains("one.yaml:5:", error, StringComparison.Ordinal);
        Assert.Equal([UnitState.Finished, UnitState.Failed, UnitState.Finished], _batch.Record.Experiments.Select(entry => entry.State));
    }

    [Fact]
    public async Task Batch_StartedTwice_TellsTheSecondWhoWorksOnIt()
    {
        _batch.Change("folds", "epochs: 6", "epochs: 5000"); // at work until both others have looked
        using var process = HostProcess.Start(_batch.Path, TinyBatch.Words);
        await process.Say("folds.yaml: ");

        var (code, _, error) = await HostProcess.Run(_batch.Path, TinyBatch.Words);
        var (otherCode, _, otherError) = await HostProcess.Run(_batch.Path, ["batch", "folds.yaml", .. TinyBatch.Words[4..]]);

        Assert.Equal(2, code);
        Assert.Contains($": process {process.Id} on '{Environment.MachineName}' is working in this batch.", error, StringComparison.Ordinal);
        Assert.Equal(2, otherCode); // another batch, with an experiment of this one
        Assert.Contains("is working in this run folder.", otherError, StringComparison.Ordinal);
        Assert.True(process.AskToStop());
        Assert.Equal(143, (await process.End()).Code);
        Assert.Single(_batch.RunsOf("folds"));
    }

    [Fact]
    public async Task Batch_TwoExperimentsWithTheSameUnits_ComputesThemOnce()
    {
        _batch.Write("two", 1, "{ use: holdout, train: 0.5, validate: 0.25, test: 0.25 }");

        var (code, _, error) = await HostProcess.Run(_batch.Path, ["batch", "one.yaml", "two.yaml", .. TinyBatch.Words[4..]]);

        Assert.True(code == 0, error);
        Assert.Equal(2, _batch.Record.Experiments.SelectMany(entry => entry.Units).Count(unit => unit.Attempts > 0)); // the unit and its control
        Assert.Equal(_batch.ResultsOf("one").Values, _batch.ResultsOf("two").Values);
    }

    [Fact]
    public async Task Batch_DryRun_ShowsWhatIsLeftAndDoesNothing()
    {
        var (code, _, error) = await HostProcess.Run(whole.Batch.Path, [.. TinyBatch.Words, "--dry-run"]);
        var (fresh, _, freshError) = await HostProcess.Run(_batch.Path, "batch", "f*.yaml", "--dry-run", "--device", "cpu", "--parallel", "2");

        Assert.Equal((0, 0), (code, fresh));
        Assert.True(error.Contains("0 units to do by 2 workers with 1 compute and 1 loader threads each", StringComparison.Ordinal), error);
        Assert.Matches(@"folds\.yaml +4 +0 +4 +about 0\.\d\d GB +not known yet", freshError);
        var share = Math.Max(1, Environment.ProcessorCount / 2);
        Assert.Contains($"4 units to do by 2 workers with {share} compute and {share} loader threads each", freshError, StringComparison.Ordinal);
        Assert.Matches(@"at one time they take up to \d\.\d GB of memory, and \d+\.\d GB are available", freshError);
        Assert.Empty(_batch.RunsOf("folds"));
    }

    [Fact]
    public async Task Run_Parallel_ShowsTheFiguresAndItsFolder()
    {
        _batch.Change("folds", "data: {", "resources: { ranks: 2 }\ndata: {");
        var (code, output, error) = await HostProcess.Run(_batch.Path, "run", "folds.yaml", "--device", "cpu", "--parallel", "2");

        Assert.True(code == 0, error);
        Assert.Contains("warning: folds.yaml: 'resources' asks for 2 ranks, which a cluster gives; here one worker trains each unit. `framework run folds.yaml --ranks 2` trains a unit in several processes of this machine.", error, StringComparison.Ordinal);
        Assert.Equal(Path.GetRelativePath(_batch.Path, _batch.RunsOf("folds")[0].Path) + "\n", output);
        Assert.Contains("log-loss", error, StringComparison.Ordinal);
        Assert.Contains("report: runs/folds/", error, StringComparison.Ordinal);
        var (runsCode, runs, _) = await HostProcess.Run(_batch.Path, "runs");
        Assert.Equal(0, runsCode);
        Assert.Matches(@"^run +state +units +started +by\nruns/folds/\S+ +finished +4 of 4 +\d{4}-\d\d-\d\d \d\d:\d\d\n$", runs);
        Assert.Equal((0, "nothing is at work\n", ""), await HostProcess.Run(_batch.Path, "runs", "--watch"));
    }

    /// <summary>Waits for a worker that does a unit and kills it; false where the batch ended before.</summary>
    private static async Task<bool> KillAWorker(HostProcess process, RandomStream moments)
    {
        using var waiting = new PeriodicTimer(TimeSpan.FromMilliseconds(50 + (500 * moments.Uniform(0, 1))));
        while (!process.HasEnded && await waiting.WaitForNextTickAsync())
        {
            if (ChildProcesses.Of(process.Id).FirstOrDefault(child => child.Words.Contains(" unit ", StringComparison.Ordinal)) is { Id: > 0 } child && ChildProcesses.Kill(child.Id))
                return true;
        }

        return false;
    }

    /// <summary>A batch that came to its end undisturbed is as good as the whole one; the next begins without its runs.</summary>
    private async Task BeginAnew(HostProcess done)
    {
        var (code, _, error) = await done.End();
        Assert.True(code == 0, error);
        AssertSameAsWhole();
        foreach (var folder in Directory.GetDirectories(_batch.File("runs")).Where(folder => Path.GetFileName(folder) != ".store"))
            Directory.Delete(folder, recursive: true);
    }

    private void AssertSameAsWhole()
    {
        var (expected, actual) = (whole.Batch.Results(), _batch.Results());
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, content) in expected)
            Assert.True(content == actual[name], $"{name} differs:\n{content}\n{actual[name]}");
    }
}
