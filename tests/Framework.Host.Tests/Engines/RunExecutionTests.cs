using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class RunExecutionTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("walk.yaml", "it is a file")]
    [InlineData("walk.yaml/runs", "'{0}' is a file")]
    [InlineData("/proc/x", "the system makes neither folders nor files there")]
    public void Run_RunsCannotBeWritten_SaysWhyBeforeAnyWork(string place, string reason)
    {
        var experiment = _bench.Load();
        var runs = _bench.Folder.File(place);
        _bench.Store = new RunStore(runs, _bench.Time);

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(experiment));

        var words = reason.Replace("{0}", _bench.Folder.File("walk.yaml"), StringComparison.Ordinal);
        Assert.Equal($"--runs: '{runs}' cannot be written: {words}. Name another folder.", error.Message);
        Assert.Empty(_bench.Screen.Lines);
    }

    [Fact]
    public void Run_Once_LeavesTheFolderAsDocumented()
    {
        var run = _bench.Run(_bench.Load());

        var names = Directory.EnumerateFiles(run.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(run.Path, path)).Where(name => !name.StartsWith("figures", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                ".lock", "audit.json", "controls.json", "experiment.yaml", "metrics.json", "plan.json", "predictions/guess.test.csv", "predictions/guess.validate.csv", "provenance.json", "report.html",
                "units/guess.0.0.prevalence/events.jsonl", "units/guess.0.0.prevalence/metrics.json", "units/guess.0.0.prevalence/predictions.csv", "units/guess.0.0.prevalence/status.json",
                "units/guess.0.0.study.untrained/events.jsonl", "units/guess.0.0.study.untrained/metrics.json",
                "units/guess.0.0.study.untrained/predictions.csv", "units/guess.0.0.study.untrained/status.json",
                "units/guess.0.0/checkpoint.json", "units/guess.0.0/events.jsonl", "units/guess.0.0/metrics.json", "units/guess.0.0/model.json", "units/guess.0.0/predictions.csv", "units/guess.0.0/status.json",
            ],
            names);
        Assert.Equal(_bench.Folder.File("runs", "walk", $"20310203-040506-{run.Plan.Hash[..8]}"), run.Path);
    }

    [Fact]
    public void Run_ResourcesAskForRanks_SaysWhoDoesItWhereThereIsSomethingToDo()
    {
        var experiment = _bench.Load("resources.ranks=2");

        _bench.Run(experiment);
        var hint = Assert.Single(_bench.Screen.Lines, line => line.StartsWith("warning: ", StringComparison.Ordinal));
        _bench.Screen.Lines.Clear();
        _bench.Run(experiment);

        Assert.EndsWith("walk.yaml: 'resources' asks for 2 ranks, which a cluster gives; here this process trains each unit. "
            + $"`framework run {experiment.File} --ranks 2` trains a unit in several processes of this machine.", hint, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.Screen.Lines, line => line.StartsWith("warning: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Once_WritesEveryFigureWithItsControls()
    {
        var rows = _bench.Run(_bench.Load()).Metrics!;

        Assert.Equal(
            from split in new[] { "validate", "test" }
            from control in new[] { null, "study.untrained", "prevalence" }
            from name in new[] { "squared-error", "hits" }
            select (split, control, name),
            rows.Select(row => (row.Split, row.Control, row.Name)));
        Assert.All(rows, row => Assert.Equal((6, 2), (row.Count, row.Subjects))); // ten subjects of three cases, two of them in each part
        Assert.Equal(0.25, rows.First(row => row.Control == "prevalence").Value); // (1/2)^2
    }

    [Fact]
    public void Run_AgainWhenFinished_DoesNothingAndSaysSo()
    {
        var first = _bench.Run(_bench.Load());
        var before = Directory.EnumerateFiles(first.Path, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText);
        var again = _bench.Load();

        var second = _bench.Run(again);

        Assert.Equal(first.Path, second.Path);
        Assert.Empty(Workbench.TrainerOf(again).Taken);
        Assert.Contains($"{first.Path}: this run is finished; nothing was done again. --new starts another.", _bench.Screen.Lines);
        Assert.Equal(before, Directory.EnumerateFiles(first.Path, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText));
    }

    [Fact]
    public void Run_AgainWithNew_ComputesEverythingAgainToTheSameFigures()
    {
        var first = _bench.Run(_bench.Load());
        var again = _bench.Load();

        var second = _bench.Run(again, fresh: true);

        Assert.NotEqual(first.Path, second.Path);
        Assert.Equal(20, Workbench.TrainerOf(again).Taken.Count);
        Assert.Equal(File.ReadAllText(first.MetricsFile), File.ReadAllText(second.MetricsFile));
        Assert.Equal(File.ReadAllText(first.PredictionsFile("guess", "test")), File.ReadAllText(second.PredictionsFile("guess", "test")));
    }

    [Fact]
    public void Run_MetricChanged_TakesTheUnitsFromTheOtherRun()
    {
        var first = _bench.Run(_bench.Load());
        var edited = _bench.Load("metrics=[study.hits]");

        var second = _bench.Run(edited);

        Assert.NotEqual(first.Path, second.Path);
        Assert.Empty(Workbench.TrainerOf(edited).Taken);
        Assert.Contains($"guess.0.0: taken from {first.Path}, where the same unit is finished", _bench.Screen.Lines);
        Assert.Equal(first.Path, second.Units[0].Status!.From);
        Assert.Equal(File.ReadAllText(first.Units[0].Predictions), File.ReadAllText(second.Units[0].Predictions));
        Assert.All(second.Metrics!, row => Assert.Equal("hits", row.Name));
    }

    [Fact]
    public void Run_NoTestPart_SaysAboveTheResultThatItIsOptimistic()
    {
        const string Optimistic = "The best epoch was chosen on the fold that is reported: the figures are optimistic.";

        var chosen = _bench.Run(_bench.Load("split=study.no-test"));
        var tested = _bench.Run(_bench.Load());

        Assert.Contains(Optimistic, File.ReadAllText(chosen.ReportFile), StringComparison.Ordinal);
        Assert.DoesNotContain("optimistic", File.ReadAllText(tested.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TrainerChanged_ComputesTheUnitAgain()
    {
        _bench.Run(_bench.Load());
        var edited = _bench.Load("stages.guess.trainer.rate=0.2");

        _bench.Run(edited);

        Assert.Equal(20, Workbench.TrainerOf(edited).Taken.Count);
    }

    [Fact]
    public void Run_DataChanged_BeginsAnotherRunAndSaysWhy()
    {
        var first = _bench.Run(_bench.Load());
        var changed = _bench.Load();
        ((NumberSource)changed.Data.Source.Instance).FirstLabel = 1;

        var second = _bench.Run(changed);

        Assert.NotEqual(first.Path, second.Path);
        Assert.Contains(
            $"warning: the data or the components have changed since {first.Path}; a new run begins, and what did not change is taken from there.", _bench.Screen.Lines);
        Assert.Equal(20, Workbench.TrainerOf(changed).Taken.Count);
    }

    [Fact]
    public void Run_Each_NotesEveryStartInTheProvenance()
    {
        _bench.Run(_bench.Load());
        var provenance = _bench.Store.Find("latest").Provenance!;

        var start = Assert.Single(provenance.Starts);
        Assert.Equal(("./framework run walk.yaml", UnitState.Finished, "cpu"), (start.CommandLine, start.Outcome, start.Device));
        Assert.Equal((7UL, 30, 10), (provenance.Seed, provenance.Data.Cases, provenance.Data.Subjects));
        Assert.Contains(provenance.Components, build => build.Assembly == "Framework.Host.Tests");
        Assert.Equal(_bench.Time.Now, provenance.Finished);
    }
}
