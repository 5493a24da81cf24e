using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>What an earlier stage found, as data of a later one.</summary>
public sealed class StageFindingsTests : IDisposable
{
    private const string Finder = "stages.guess={ cross_fit: 4, trainer: study.finder }";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("stages.join={ reads: [guess], fit_on: train, input: case, transforms: [ { use: stage-mask, from: guess } ], trainer: study.memory }")]
    [InlineData("stages.join={ reads: [guess], fit_on: validate, input: case, transforms: [ { use: stage-mask, from: guess } ], trainer: study.memory }")]
    public void Run_CrossFitted_NoCaseHasAFindingOfAModelThatWasFittedOnIt(string join)
    {
        var experiment = _bench.Load("controls=[]", "metrics=[]", Finder, join);

        _bench.Run(experiment);

        // Whoever was fitted on a case finds something in it.
        var memory = (MemoryTrainer)experiment.Stages.Single(stage => stage.Name == "join").Trainer.Instance;
        var context = memory.Fitted.Single();
        var samples = memory.Predicted.Append(context.Train).Append(context.Validate).ToList();
        Assert.Equal(join.Contains("fit_on: train", StringComparison.Ordinal) ? 18 + 6 + 6 + 6 : 6 + 6, samples.Sum(part => part.Cases.Count));
        foreach (var sample in samples.SelectMany(part => part.Cases.Select(item => part.Pipeline.Load(item, Phase.Evaluate, 0, new SampleWorkspace()))))
        {
            var said = Assert.Single(sample.Earlier["guess"]);
            Assert.Equal((sample.Case.Id, 0, 0), (said.Case.Id, said.Findings!.Found.Count, said.Boxes.Count));
            Assert.Equal([0, 0], sample["mask-guess"].Pixels.ToArray());
        }
    }

    [Theory]
    [InlineData("train", 18 + 6 + 6 + 6)]
    [InlineData("validate", 6 + 6)]
    public void Run_Features_AreThoseOfModelsThatWereNotFittedOnTheCase(string part, int cases)
    {
        var experiment = _bench.Load("controls=[]", "metrics=[]", Finder, $"stages.join={{ reads: [guess], fit_on: {part}, input: features, trainer: study.memory }}");

        _bench.Run(experiment);

        var memory = (MemoryTrainer)experiment.Stages.Single(stage => stage.Name == "join").Trainer.Instance;
        var samples = memory.Predicted.Append(memory.Fitted.Single().Train).Append(memory.Fitted.Single().Validate).ToList();
        Assert.Equal(cases, samples.Sum(own => own.Cases.Count));
        foreach (var image in samples.SelectMany(own => own.Cases.Select(item => own.Pipeline.Load(item, Phase.Evaluate, 0, new SampleWorkspace()).Image)))
            Assert.Equal([2, 1, 1, 0, 7], [.. image.Shape.ToArray(), .. image.Pixels.ToArray()]);
    }

    [Fact]
    public void Check_Features_StandInWithAsMany()
    {
        var report = new Preflight(_bench.Catalogue, _bench.Store, _bench.Screen, "cpu")
            .Check(_bench.Load("controls=[]", "metrics=[]", Finder, "stages.join={ reads: [guess], input: features, trainer: study.memory }"), CancellationToken.None);

        Assert.Empty(report.Failures);
        Assert.Contains(("join, a sample of validate", "2 x 1 x 1, values 0 to 0"), report.Facts);
    }

    [Fact]
    public void Check_StageWithoutFeatures_SaysWhereToAskForThem()
    {
        var failures = new Preflight(_bench.Catalogue, _bench.Store, _bench.Screen, "cpu")
            .Check(_bench.Load("controls=[]", "metrics=[]", "stages.join={ reads: [guess], input: features, trainer: study.memory }"), CancellationToken.None).Failures;

        Assert.Contains(failures, failure => failure.Message.Contains("'input: features' reads the feature vectors of the stage 'guess', which keeps none. Set 'features: true' in that stage's trainer, or use 'input: outputs'.", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Findings_CarryNoTruths()
    {
        var experiment = _bench.Load("controls=[]", "metrics=[]", Finder, "stages.join={ reads: [guess], fit_on: train, input: case, trainer: study.memory }");

        _bench.Run(experiment);

        var context = ((MemoryTrainer)experiment.Stages.Single(stage => stage.Name == "join").Trainer.Instance).Fitted.Single();
        foreach (var item in context.Train.Cases)
        {
            var findings = context.Train.Pipeline.Load(item, Phase.Train, 0, new SampleWorkspace()).Earlier["guess"][0].Findings!;
            Assert.Null(findings.Truths);
            Assert.All(findings.Overlaps, overlap => Assert.Equal((null, null), (overlap.Truth, overlap.Intersection)));
        }
    }

    [Fact]
    public void Run_Again_TakesUnitsWithTheirMasksAndGivesTheSame()
    {
        string[] sets = ["controls=[study.untrained]", "metrics=[]", Finder, "stages.join={ reads: [guess], input: case, transforms: [ { use: stage-mask, from: guess } ], trainer: study.memory }"];
        _bench.Run(_bench.Load(sets));
        var other = _bench.Load([.. sets, "name=other"]);

        var run = _bench.Run(other);

        Assert.All(run.Units, unit => Assert.NotNull(unit.Status!.From));
        // Another later stage reads what was taken over, label maps included, and those of the control.
        var more = _bench.Run(_bench.Load([.. sets, "name=other", "stages.more={ reads: [guess], input: case, transforms: [ { use: stage-mask, from: guess, name: mask } ], trainer: study.memory }"]));
        Assert.All(more.Units, unit => Assert.True(unit.IsFinished));
        Assert.True(Directory.Exists(more.Units.Single(unit => unit.Unit.Name == "guess.0.0.study.untrained").File("masks")));
    }

    [Fact]
    public void Run_LabelMapChanged_IsRefusedWithItsName()
    {
        string[] sets = ["controls=[]", "metrics=[]", Finder];
        const string Join = "stages.join={ reads: [guess], input: case, transforms: [ { use: stage-mask, from: guess } ], trainer: study.memory }";
        var run = _bench.Run(_bench.Load(sets));
        foreach (var mask in Directory.GetFiles(run.Units[0].File("masks")))
            File.WriteAllBytes(mask, [1, 2, 3]);

        var experiment = _bench.Load([.. sets, Join]);
        _bench.Run(experiment, only: "guess");
        var error = Assert.ThrowsAny<FrameworkException>(() =>
        {
            _bench.Run(experiment);
            var context = ((MemoryTrainer)experiment.Stages.Single(stage => stage.Name == "join").Trainer.Instance).Fitted.Single();
            context.Train.Pipeline.Load(context.Train.Cases[0], Phase.Evaluate, 0, new SampleWorkspace());
        });

        Assert.Contains("the label map is not the one that was predicted. Delete the unit's folder and run again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BeforeAnyRun_StandsInWithTheTruth()
    {
        var experiment = _bench.Load("controls=[]", "metrics=[]", Finder, "stages.join={ reads: [guess], input: case, transforms: [ { use: stage-mask, from: guess } ], trainer: study.finder }");
        var prepared = new PreparedExperiment(experiment, new DataPreparation(_bench.Store, _bench.Screen).Prepare(experiment, CancellationToken.None));

        var report = new Preflight(_bench.Catalogue, _bench.Store, _bench.Screen, "cpu").Check(experiment, CancellationToken.None);

        Assert.Empty(report.Failures);
        var settings = new RunSettings { Device = TorchSharp.torch.CPU, CommandLine = "" };
        var unit = new UnitRecipes(prepared, new Host.Engines.Stages.TrialStages(prepared, settings), settings).Make(new UnitId("join", 0, 0, null), NoCheckpoints.Instance, NoLog.Instance, CancellationToken.None);
        var sample = unit.Context.Train.Pipeline.Load(unit.Context.Train.Cases[0], Phase.Train, 0, new SampleWorkspace());
        Assert.Equal([1, 1], sample["mask-guess"].Pixels.ToArray());
        Assert.Equal("spot", sample.Earlier["guess"][0].Boxes.Single().Box.Label);
    }

    [Fact]
    public void Run_StageWithoutLabelMaps_SaysWhichStageToRead()
    {
        var error = Assert.ThrowsAny<FrameworkException>(() => _bench.Run(_bench.Load("controls=[]", "stages.join={ reads: [guess], input: case, transforms: [ { use: stage-mask, from: guess } ], trainer: study.echo }")));

        Assert.Contains("stage-mask needs a label map of the stage 'guess', and that stage predicts none. Read a stage whose trainer has 'masks'.", error.Message, StringComparison.Ordinal);
    }
}
