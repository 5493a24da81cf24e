using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class ExternalEvaluationTests : IDisposable
{
    private readonly Workbench _bench = new();
    private readonly Experiment _experiment;
    private readonly RunFolder _run;

    public ExternalEvaluationTests()
    {
        _bench.Catalogue.Register(new LastSubjects());
        _experiment = _bench.Load("split={ use: study.last-external }", "stages.guess.transforms=[study.centre]");
        _run = _bench.Run(_experiment);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_FinishedRun_ScoresTheLockedCasesAndLogsWhy()
    {
        var before = _run.Metrics!;

        Open("the model is final");

        var added = _run.Metrics!.Where(row => row.Split == "external").ToList();
        Assert.Equal(["squared-error", "hits"], added.Select(row => row.Name));
        Assert.All(added, row => Assert.Equal((6, 2, null), (row.Count, row.Subjects, row.Control))); // the last two subjects of ten
        Assert.Equal(before, _run.Metrics!.Where(row => row.Split != "external"));
        Assert.Equal(6, File.ReadLines(_run.PredictionsFile("guess", "external")).Count() - 1);
        var opening = Assert.Single(OpeningLog.Of(_run));
        Assert.Equal(("the model is final", 6, 2, _bench.Time.Now), (opening.Reason, opening.Cases, opening.Subjects, opening.Time));
        Assert.Equal([opening], new OpeningLog(_bench.Store, _run).OfStore);
        Assert.Contains("the model is final", File.ReadAllText(_run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SecondTime_IsRefusedUntilSomebodyInsists()
    {
        Open("the model is final");

        var error = Assert.Throws<ExperimentException>(() => Open("one more look"));

        Assert.Equal(
            $"{_run.Path}: this model has seen the external set on 2031-02-03 ('the model is final'). A second look is no longer an independent one: "
                + "where there is a reason for it, add --again; the report shows both.",
            error.Message);
        Open("a reviewer asked", again: true);
        Assert.Equal(["the model is final", "a reviewer asked"], OpeningLog.Of(_run).Select(opening => opening.Reason));
        Assert.Contains("The external set was opened 2 times", File.ReadAllText(_run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnotherModel_MayLookOnce()
    {
        Open("the model is final");
        var other = _bench.Load("split={ use: study.last-external }", "stages.guess.transforms=[study.centre]", "stages.guess.trainer.rate=0.2");
        var run = _bench.Run(other);

        new ExternalEvaluation(_bench.Store, _bench.Screen, _bench.Time).Run(run, other, null, "the second model", again: false, RunSettings.Of(run), CancellationToken.None);

        Assert.Equal(2, new OpeningLog(_bench.Store, run).OfStore.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Run_NoReason_OpensNothing(string reason)
    {
        var error = Assert.Throws<ExperimentException>(() => Open(reason));

        Assert.Equal("the external set is opened for a reason, and there is none. Say why it is time: --reason 'the model is final'.", error.Message);
        Assert.Empty(OpeningLog.Of(_run));
        Assert.DoesNotContain(_run.Metrics!, row => row.Split == "external");
    }

    [Fact]
    public void Run_NothingLocked_SaysHowToLock()
    {
        var plain = _bench.Load();
        var run = _bench.Run(plain);

        var error = Assert.Throws<ExperimentException>(() => new ExternalEvaluation(_bench.Store, _bench.Screen, _bench.Time)
            .Run(run, plain, null, "why not", again: false, RunSettings.Of(run), CancellationToken.None));

        Assert.Equal($"{run.Path}: the split of this run keeps no external set. Lock one before training: split: {{ use: external, sites: [...], split: ... }}.", error.Message);
    }

    [Fact]
    public void ExternalCases_KeyOfAnotherSet_IsRefused()
    {
        var data = new DataPreparation(_bench.Store, _bench.Screen).Prepare(_experiment, CancellationToken.None);
        var key = ExternalKey.Open(new OpeningLog(_bench.Store, _run), new ExternalOpening { Time = _bench.Time.Now, Run = "r", Model = "m", Data = "of another set", Cases = 1, Subjects = 1, Reason = "r" });

        Assert.Throws<ExperimentException>(() => data.Split.ExternalCases(key));
    }

    private void Open(string reason, bool again = false) =>
        new ExternalEvaluation(_bench.Store, _bench.Screen, _bench.Time).Run(_run, _experiment, null, reason, again, RunSettings.Of(_run), CancellationToken.None);

    private sealed class LastSubjects : IPlugin
    {
        public void Register(IComponentRegistry components) => components.Add<ISplit, LastExternalSplit>("study.last-external");
    }
}
