using Framework.Host.Engines.Frozen;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>A stage that goes on from the best of another's repeats, on everything, and what it predicts of new cases.</summary>
public sealed class ContinuedStageTests : IDisposable
{
    private static readonly string[] Study =
    [
        "controls=[]",
        "repeats=3",
        "stages.guess={ transforms: [study.centre], trainer: study.continue }",
        "stages.finish={ continues: guess, fit_on: everything, trainer: { use: study.continue } }",
    ];

    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_Finish_GoesOnFromTheRepeatOfTheLowestLossWithEveryCase()
    {
        var run = _bench.Run(_bench.Load(Study));

        Assert.Equal(["guess.0.0", "guess.0.1", "guess.0.2", "finish.0.0"], run.Units.Select(unit => unit.Unit.Name));
        Assert.Equal(["guess.0.0", "guess.0.1", "guess.0.2"], run.Units[^1].Unit.Reads);
        double[] losses = [.. run.Units.Take(3).Select(Place)];
        Assert.Equal(3, losses.Distinct().Count());
        Assert.Equal(losses.Min() + (0.001 * 30), Place(run.Units[^1]), 1e-12); // all 30 cases
        Assert.Contains(_bench.Screen.Lines, line => line.StartsWith($"finish.0.0: goes on from guess.0.{Array.IndexOf(losses, losses.Min())}, whose validation loss of ", StringComparison.Ordinal) && line.EndsWith("is the lowest of 3", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Metrics!, row => row.Stage == "finish"); // nothing is left to score it on
    }

    [Fact]
    public void Run_SeveralVariants_LetEachGoOnFromItsOwn()
    {
        var run = _bench.Run(_bench.Load([.. Study, "matrix={ seed: [1, 2] }"]));

        foreach (var seed in new[] { "seed-1", "seed-2" })
        {
            var own = run.Units.Where(unit => unit.Unit.Id.Variant == seed).ToList();
            Assert.Equal(own.Take(3).Min(Place) + 0.03, Place(own[3]), 1e-12);
        }
    }

    [Fact]
    public void Run_KilledBeforeFinish_TakesWhatIsThereAndAsksForWhatIsNot()
    {
        var experiment = _bench.Load(Study);
        _bench.Run(experiment, only: "guess");

        var run = _bench.Run(_bench.Load(Study));

        Assert.True(run.IsFinished);
        Assert.Contains("guess.0.1: finished before", _bench.Screen.Lines);
    }

    [Fact]
    public void Run_NoValidationPart_CannotChoose()
    {
        _bench.Catalogue.Register(new OtherSplits());

        var error = Assert.Throws<TrainingException>(() => _bench.Run(_bench.Load([.. Study, "split=study.no-validation"])));

        Assert.Equal("finish.0.0: it goes on from the unit with the lowest validation loss, and guess.0.0 has none. Give 'validate' a share of the split.", error.Message);
    }

    [Fact]
    public void Run_Predict_WritesTablesFilesAndFiguresOfNewCases()
    {
        string[] predict = [.. Study, "predict=[ { name: new, data: { use: study.numbers, cases: 7, identifiers: keep }, write: [study.lines] } ]"];
        var run = _bench.Run(_bench.Load(predict));

        var predicted = Assert.Single(run.Predicted);
        Assert.Equal(("finish", 7, 1, "predict/new.csv predict/new.lines.txt"), (predicted.Stage, predicted.Cases, predicted.Networks, string.Join(' ', predicted.Files)));
        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"c{number:000}"), File.ReadLines(Path.Combine(run.PredictFolder, "new.lines.txt")).Select(line => line.Split(' ')[0]));
        Assert.Equal(7, run.Metrics!.Single(row => row is { Stage: "finish", Split: "new", Name: "hits" }).Count); // their labels are known
        Assert.Contains("finish.0.0 goes on from", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ use: study.numbers, cases: 7 }", "predict 'new': 'study.lines' names cases as the data do, and pseudonyms would stand there. Set 'identifiers: keep' in its data, which keeps their names in the run's folder below 'predict'.")]
    [InlineData("{ use: study.numbers, cases: 7, letter: d, identifiers: keep }", "'d000' does not begin with 'c'.")]
    public void Run_WriterThatCannotUseTheCases_SaysSoBeforeAnythingIsFitted(string data, string message)
    {
        var error = Assert.ThrowsAny<FrameworkException>(() => _bench.Run(_bench.Load([.. Study, $"predict=[ {{ name: new, data: {data}, write: [study.lines] }} ]"])));

        Assert.Equal(message, error.Message);
        Assert.False(Directory.Exists(_bench.Folder.File("runs/walk")));
    }

    private sealed class OtherSplits : IPlugin
    {
        public void Register(IComponentRegistry components) => components.Add<ISplit, NoValidationSplit>("study.no-validation");
    }

    private static double Place(UnitFolder unit) => ContinuingTrainer.Read(new ReadOnlyFiles(unit.Path));
}
