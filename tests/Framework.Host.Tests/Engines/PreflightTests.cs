using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class PreflightTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Check_Sound_TellsSizesAndASampleOfEachPartAndTriesTheTrainer()
    {
        var experiment = _bench.Load();

        var report = Check(experiment);

        Assert.Empty(report.Failures);
        Assert.Equal(
            [
                ("train", "18 cases of 6 subjects; positive: odd 9 (50 %)"),
                ("validate", "6 cases of 2 subjects; positive: odd 3 (50 %)"),
                ("test", "6 cases of 2 subjects; positive: odd 3 (50 %)"),
                ("guess, a sample of train", "1 x 1 x 2, values 8 to 8"), // case 6, the first of subject 2, plus two
                ("guess, a sample of validate", "1 x 1 x 2, values 5 to 5"),
                ("guess, a sample of test", "1 x 1 x 2, values 2 to 2"),
                ("guess, a batch", "went through model and loss"),
            ],
            report.Facts);
        Assert.Equal(["guess.0.0"], Workbench.TrainerOf(experiment).Tried);
        Assert.False(Directory.Exists(_bench.Folder.File("runs", "walk")));
    }

    [Fact]
    public void Check_Again_TriesTheTrainerOnlyWhereSomethingChanged()
    {
        Check(_bench.Load());
        var same = _bench.Load();
        var other = _bench.Load("seed=8");

        var report = Check(same);
        Check(other);

        Assert.Contains(("guess, a batch", "went through model and loss before; nothing it depends on has changed since"), report.Facts);
        Assert.Empty(Workbench.TrainerOf(same).Tried);
        Assert.Equal(["guess.0.0"], Workbench.TrainerOf(other).Tried);
    }

    [Fact]
    public void Check_RunsCannotBeWritten_IsTheOnlyProblem()
    {
        _bench.Store = new RunStore("/proc/x", _bench.Time);

        var failure = Assert.Single(Check(_bench.Load()).Failures);

        Assert.Equal(ExitCode.WrongExperiment, failure.ExitCode);
        Assert.Equal("--runs: '/proc/x' cannot be written: the system makes neither folders nor files there. Name another folder.", failure.Message);
    }

    [Fact]
    public void Check_FailedTrial_IsTriedAgain()
    {
        Assert.DoesNotContain(Check(_bench.Load("stages.guess.trainer.rate=2")).Facts, fact => fact.Name == "guess, a batch");
        Assert.Single(Check(_bench.Load("stages.guess.trainer.rate=2")).Failures);

        Assert.Single(Check(_bench.Load("stages.guess.trainer.rate=2")).Failures);
    }

    [NoGpuFact]
    public void Check_SeveralThingsWrong_TellsThemAll()
    {
        var report = Check(_bench.Load("stages.guess.trainer.rate=2", "stages.guess.transforms=[{use: study.add, amount: .inf}]"), "cuda:0");

        Assert.Equal(3, report.Failures.Count); // what ails the samples of all parts is said once
        Assert.StartsWith("--device: 'cuda:0' was asked for", report.Failures[0].Message, StringComparison.Ordinal);
        Assert.Equal("guess: case 'c006' holds Infinity after the transforms. Every value must be finite.", report.Failures[1].Message);
        Assert.Equal("'study.walk' needs 'rate' to be at most 1.", report.Failures[2].Message);
    }

    [Fact]
    public void Check_DataWrong_TellsWhichAndLooksAtTheOtherCases()
    {
        var report = Check(_bench.Load("data.broken=1", "stages.guess.trainer.rate=2"));

        Assert.Equal(
            [
                "broken-0: is cut off. Export it again.",
                "1 problem in the data of 'study.numbers'. Mend them, or set data.on_error: quarantine to leave such cases out.",
                "'study.walk' needs 'rate' to be at most 1.",
            ],
            report.Failures.Select(failure => failure.Message));
        Assert.Null(report.Problems[0].Place); // it has a place of its own
        Assert.All(report.Problems.Skip(1), problem => Assert.NotNull(problem.Place));
    }

    [Fact]
    public void Check_SplitThatCannotBe_IsToldAndSamplesAndBatchesAreTriedAllTheSame()
    {
        var report = Check(_bench.Load("split.repeats=0", "stages.guess.trainer.rate=2"));

        Assert.Equal(
            ["the split gave no part for some of the 10 subjects. It must assign each of them in every fold.", "'study.walk' needs 'rate' to be at most 1."],
            report.Failures.Select(failure => failure.Message));
        Assert.Contains("walk.yaml:4:8: ", report.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("--set stages.guess.trainer.rate=2", report.Problems[1].ToString(), StringComparison.Ordinal); // the option that the message names
        Assert.Contains(report.Facts, fact => fact.Name == "guess, a sample of train");
        Assert.DoesNotContain(report.Facts, fact => fact.Name == "train"); // nobody knows who would be in it
    }

    private PreflightReport Check(Experiment experiment, string device = "cpu") =>
        new Preflight(_bench.Catalogue, _bench.Store, _bench.Screen, device).Check(experiment, CancellationToken.None);
}
