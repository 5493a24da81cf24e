using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Engines;

public sealed class VariantTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_Matrix_MakesUnitsAndFiguresOfEveryVariant()
    {
        var run = _bench.Run(_bench.Load("controls=[]", "matrix={ stages.guess.trainer.rate: [0.1, 0.2], seed: [1, 2] }"));

        string[] variants = ["rate-0-1.seed-1", "rate-0-1.seed-2", "rate-0-2.seed-1", "rate-0-2.seed-2"];
        Assert.Equal(variants.Select(variant => $"guess.0.0@{variant}"), run.Units.Select(unit => Path.GetFileName(unit.Path)));
        Assert.Equal(variants, run.Metrics!.Where(row => row is { Split: "test", Name: "squared-error" }).Select(row => row.Variant));
        Assert.Equal(4, run.Metrics!.Where(row => row is { Split: "test", Name: "squared-error" }).Select(row => row.Value).Distinct().Count());
    }

    [Fact]
    public void Run_Matrix_GivesAVariantWhatTheExperimentWithThoseValuesGives()
    {
        var alone = _bench.Run(_bench.Load("controls=[]", "stages.guess.trainer.rate=0.2"));
        var both = _bench.Run(_bench.Load("controls=[]", "matrix={ stages.guess.trainer.rate: [0.1, 0.2] }"));

        Assert.Equal(alone.Units[0].Unit.Key, both.Units[1].Unit.Key);
        Assert.Equal(File.ReadAllText(alone.Units[0].Predictions), File.ReadAllText(both.Units[1].Predictions));
    }

    [Fact]
    public void Run_UnitThatTwoVariantsShare_IsDoneOnce()
    {
        var experiment = _bench.Load("controls=[]", "stages.walk={ trainer: study.walk }", "matrix={ stages.walk.trainer.rate: [0.1, 0.2] }");

        var run = _bench.Run(experiment);

        Assert.Equal("guess.0.0@rate-0-1", run.Plan.Units.Single(unit => unit.Name == "guess.0.0@rate-0-2").SameAs);
        Assert.Contains("guess.0.0@rate-0-2: the same as guess.0.0@rate-0-1", _bench.Screen.Lines);
        Assert.Empty(((WalkTrainer)experiment.OtherVariants[0].Stages[0].Trainer.Instance).Taken);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Run_MatrixOverTheSplit_DividesEachVariantAsItSays()
    {
        var run = _bench.Run(_bench.Load("controls=[]", "matrix={ split.folds: [1, 2] }"));

        Assert.Equal(["guess.0.0@folds-1", "guess.0.0@folds-2", "guess.1.0@folds-2"], run.Units.Select(unit => unit.Unit.Name));
    }

    [Fact]
    public void Run_Repeats_FitTheSameDivisionAnewWithOtherStreams()
    {
        var run = _bench.Run(_bench.Load("controls=[]", "repeats=3"));

        Assert.Equal(["guess.0.0", "guess.0.1", "guess.0.2"], run.Units.Select(unit => unit.Unit.Name));
        var rows = run.Units.Select(unit => File.ReadLines(unit.Predictions).Skip(1).Select(line => line.Split(',')).ToList()).ToList();
        Assert.All(rows, own => Assert.Equal(rows[0].Select(cells => (cells[0], cells[1])), own.Select(cells => (cells[0], cells[1]))));
        Assert.Equal(3, rows.Select(own => own[0][^1]).Distinct().Count());
        Assert.Equal(6, run.Metrics!.Single(row => row is { Split: "test", Name: "hits" }).Count); // a case counts once, with the mean over the repeats
    }

    [Fact]
    public void Run_RepeatsAdded_KeepsTheUnitsThatAreThere()
    {
        var once = _bench.Run(_bench.Load("controls=[]"));

        Assert.Equal(once.Units[0].Unit.Key, _bench.Run(_bench.Load("controls=[]", "repeats=2")).Units[0].Unit.Key);
    }
}
