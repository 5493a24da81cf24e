using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class StageTests : IDisposable
{
    private const string NoControls = "controls=[]";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_MeanOfTwoStages_GivesTheMeanOfTheirOutputsOnEveryPart()
    {
        var run = _bench.Run(_bench.Load(NoControls, "stages.walk={ trainer: { use: study.walk, rate: 0.3 } }", "stages.both={ reads: [guess, walk], trainer: mean }"));

        foreach (var split in new[] { "validate", "test" })
        {
            var (one, other, both) = (Outputs(run, "guess", split), Outputs(run, "walk", split), Outputs(run, "both", split));
            Assert.Equal(6, both.Count);
            Assert.All(both, pair => Assert.Equal((one[pair.Key] + other[pair.Key]) / 2, pair.Value, 1e-12));
        }

        Assert.Equal(["guess.0.0", "walk.0.0"], run.Plan.Units.Single(unit => unit.Name == "both.0.0").Reads);
    }

    [Fact]
    public void Run_WeightedMean_WeighsAsItSays()
    {
        var run = _bench.Run(_bench.Load(NoControls, "stages.walk={ trainer: { use: study.walk, rate: 0.3 } }", "stages.both={ reads: [guess, walk], trainer: { use: weighted-mean, weights: { walk: 3, guess: 1 } } }"));

        var (one, other) = (Outputs(run, "guess", "test"), Outputs(run, "walk", "test"));
        Assert.All(Outputs(run, "both", "test"), pair => Assert.Equal((one[pair.Key] + (3 * other[pair.Key])) / 4, pair.Value, 1e-12));
    }

    [Fact]
    public void Run_RegressionOnValidation_IsFittedThereAndScoredOnTestAlone()
    {
        var experiment = _bench.Load(NoControls, "stages.join={ reads: [guess], trainer: study.memory }");

        var run = _bench.Run(experiment);

        var context = Assert.Single(Memory(experiment, "join").Fitted);
        Assert.Equal(PartOf(run, "guess", "validate"), context.Train.Cases.Select(item => item.Id));
        Assert.Empty(context.Validate.Cases);
        Assert.Equal(["test"], run.Metrics!.Where(row => row.Stage == "join").Select(row => row.Split).Distinct());
        Assert.All(context.Train.Cases, item => Assert.Equal(Outputs(run, "guess", "validate")[item.Id], Seen(context, item)[0], 1e-6));
    }

    [Theory]
    [InlineData("stages.join={ reads: [guess], trainer: study.memory }")]
    [InlineData("stages.join={ reads: [guess], fit_on: train, trainer: study.memory }")]
    public void Run_LaterStage_CannotReachOutputsOfTestCasesWhileItIsFitted(string join)
    {
        var experiment = _bench.Load(NoControls, "stages.guess={ cross_fit: 4, trainer: study.memory }", join);

        var run = _bench.Run(experiment);

        var context = Memory(experiment, "join").Fitted.Single();
        var test = All().Where(item => PartOf(run, "guess", "test").Contains(item.Id)).ToList();
        Assert.NotEmpty(test);
        foreach (var item in test)
        {
            foreach (var samples in new[] { context.Train, context.Validate })
            {
                var error = Assert.Throws<ExperimentException>(() => Load(samples.Pipeline, item));
                Assert.Equal($"join.0.0: what earlier stages said of case '{item.Id}' is not to be had here: the case belongs to another part of the fold.", error.Message);
            }
        }
    }

    [Fact]
    public void Run_CrossFitted_GivesNoCaseAnOutputOfAModelThatWasFittedOnIt()
    {
        var experiment = _bench.Load(NoControls, "stages.guess={ cross_fit: 4, trainer: study.memory }", "stages.join={ reads: [guess], fit_on: train, trainer: study.memory }");

        var run = _bench.Run(experiment);

        // Whoever saw a case would say its label, 0 or 1; who did not says one half.
        var context = Memory(experiment, "join").Fitted.Single();
        Assert.Equal(18, context.Train.Cases.Count);
        Assert.All(context.Train.Cases.Concat(context.Validate.Cases), item => Assert.Equal([0.5f], Seen(context, item)));
        Assert.All(Outputs(run, "guess", "test").Values, output => Assert.Equal(0.5, output));
        Assert.Equal(["guess.0.0", "guess.0.0.held-out-0", "guess.0.0.held-out-1", "guess.0.0.held-out-2", "guess.0.0.held-out-3"], run.Plan.Units.Single(unit => unit.Name == "join.0.0").Reads);
    }

    [Fact]
    public void Run_CrossFitted_DividesTheTrainingSubjectsAndTouchesNoOthers()
    {
        var experiment = _bench.Load(NoControls, "stages.guess={ cross_fit: 4, trainer: study.memory }");

        var run = _bench.Run(experiment);

        var training = Memory(experiment, "guess").Fitted.Single(context => context.Unit == "guess.0.0").Train.Cases.Select(item => item.Id).ToHashSet();
        var parts = Memory(experiment, "guess").Fitted.Where(context => context.Unit != "guess.0.0").ToList();
        Assert.Equal(4, parts.Count);
        Assert.All(parts.SelectMany(part => part.Train.Cases.Concat(part.Validate.Cases)), item => Assert.Contains(item.Id, training));
        Assert.All(parts, part => Assert.Empty(part.Train.Cases.Select(item => item.Subject).Intersect(part.Validate.Cases.Select(item => item.Subject))));
        Assert.Equal(training.Order(), Outputs(run, "guess", "out-of-fold").Keys.Order());
        Assert.Equal(18, run.Metrics!.Single(row => row is { Split: "out-of-fold", Name: "hits" }).Count);
    }

    [Theory]
    [InlineData(true, 3, 6, 6)]
    [InlineData(false, 3, 12, 0)]
    [InlineData(false, 2, 9, 0)]
    public void Run_CrossFitted_LearnsFromThePartToChooseOnWhereNothingIsChosen(bool chooses, int parts, int train, int validate)
    {
        var experiment = _bench.Load(NoControls, $"stages.guess={{ cross_fit: {parts}, trainer: {{ use: study.memory, chooses: {(chooses ? "true" : "false")} }} }}");

        var run = _bench.Run(experiment);

        var fitted = Memory(experiment, "guess").Fitted.Where(context => context.Unit != "guess.0.0").ToList();
        Assert.Equal(parts, fitted.Count);
        Assert.All(fitted, context => Assert.Equal((train, validate), (context.Train.Cases.Count, context.Validate.Cases.Count)));
        Assert.All(Outputs(run, "guess", "out-of-fold").Values, output => Assert.Equal(0.5, output)); // of a model that was not fitted on the case
        Assert.Equal(18, Outputs(run, "guess", "out-of-fold").Count);
    }

    [Fact]
    public void Run_Controls_ReadTheSameControlOfEarlierStages()
    {
        var run = _bench.Run(_bench.Load("stages.join={ reads: [guess], trainer: mean }"));

        Assert.Equal(["guess.0.0.study.untrained"], run.Plan.Units.Single(unit => unit.Name == "join.0.0.study.untrained").Reads);
        var untrained = run.Metrics!.Where(row => row is { Control: "study.untrained", Split: "test", Name: "squared-error" }).Select(row => row.Value!.Value).ToList();
        Assert.Equal(2, untrained.Count);
        Assert.Equal(untrained[0], untrained[1], 1e-12);
    }

    [Fact]
    public void Run_EarlierStageChanged_DoesTheLaterOneAgainToo()
    {
        const string Join = "stages.join={ reads: [guess], trainer: study.memory }";
        var before = _bench.Run(_bench.Load(NoControls, Join)).Plan.Units;
        var after = _bench.Run(_bench.Load(NoControls, Join, "stages.guess.trainer.rate=0.2")).Plan.Units;

        Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First.Key, pair.Second.Key));
    }

    [Fact]
    public void Run_StageWithItsOwnData_ReadsTheCasesOfTheSameSubjects()
    {
        // The first 30 cases are three a subject in both; the stage has twice as many subjects, which the split divides too.
        var experiment = _bench.Load(NoControls, "data.cases=60", "stages.part={ data: { use: study.numbers, cases: 30, identifiers: keep }, reads: [guess], trainer: mean }");

        var run = _bench.Run(experiment);

        var (all, part) = (Outputs(run, "guess", "test"), Outputs(run, "part", "test"));
        Assert.Equal((12, 6), (all.Count, part.Count));
        Assert.All(part, pair => Assert.Equal(all[pair.Key], pair.Value, 1e-12));
    }

    // Views of ten subjects from three sources, whose cases are called differently and belong together by series: echo says a thousandth of what it sees.
    [Fact]
    public void Run_ThreeViewsWithDataOfTheirOwn_AreJoinedByTheirSeries()
    {
        string View(string letter, int add) => $"{{ data: {{ use: study.numbers, identifiers: keep, cases: 10, per_subject: 1, series: true, letter: {letter} }}, transforms: [ {{ use: study.add, amount: {add} }} ], trainer: study.echo }}";
        var experiment = _bench.Load(
            NoControls, "data={ use: study.numbers, identifiers: keep, cases: 10, per_subject: 1, series: true }", "stages.guess=null",
            $"stages.axial={View("a", 3)}", $"stages.coronal={View("k", 6)}", $"stages.sagittal={View("s", 30)}", "stages.all={ reads: [axial, coronal, sagittal], trainer: mean }");

        var run = _bench.Run(experiment);

        var (one, all) = (Outputs(run, "axial", "test"), Outputs(run, "all", "test"));
        Assert.Equal(all.Keys.Select(name => "a" + name[1..]).Order(), one.Keys.Order());
        Assert.NotEmpty(all);
        Assert.All(all, pair => Assert.Equal((Number(pair.Key) + 13) / 1000.0, pair.Value, 1e-7)); // (3 + 6 + 30) / 3
        Assert.Equal(["axial.0.0", "coronal.0.0", "sagittal.0.0"], run.Plan.Units.Single(unit => unit.Name == "all.0.0").Reads);
    }

    [Fact]
    public void Run_TestTime_AveragesTheViewsOfEachCase()
    {
        var run = _bench.Run(_bench.Load(NoControls, "stages.guess={ trainer: study.echo, test_time: { transforms: [ { use: study.add, amount: 3 } ] } }"));

        // The image is the case's number: as it is and with 3 added, (n + n + 3) / 2 thousandths.
        Assert.All(Outputs(run, "guess", "test"), pair => Assert.Equal((Number(pair.Key) + 1.5) / 1000, pair.Value, 1e-7));
    }

    [Fact]
    public void Run_TestTimeAlone_LeavesThePlainViewOut()
    {
        var run = _bench.Run(_bench.Load(NoControls, "stages.guess={ trainer: study.echo, test_time: { transforms: [ { use: study.add, amount: 3 } ], plain: false, times: 2 } }"));

        Assert.All(Outputs(run, "guess", "test"), pair => Assert.Equal((Number(pair.Key) + 3) / 1000, pair.Value, 1e-7));
    }

    [Fact]
    public void Run_OnlyOneStage_DoesItAndWhatItReadsAndLeavesTheRunUnfinished()
    {
        var experiment = _bench.Load(NoControls, "stages.walk={ trainer: study.walk }", "stages.join={ reads: [guess], trainer: mean }");

        var part = _bench.Run(experiment, only: "join");

        Assert.Equal([true, false, true], part.Units.Select(unit => unit.IsFinished));
        Assert.False(part.IsFinished);
        Assert.Equal(["guess", "join"], part.Metrics!.Select(row => row.Stage).Distinct());
        Assert.Equal((part.Path, true), (_bench.Run(experiment).Path, _bench.Store.Find("latest").IsFinished));
    }

    [Fact]
    public void Run_OnlyAStageThatIsNone_NamesTheNearest() =>
        Assert.Equal("--only: there is no stage 'gues'. Did you mean 'guess'?", Assert.Throws<ExperimentException>(() => _bench.Run(_bench.Load(), only: "gues")).Message);

    [Fact]
    public void Run_FittedOnValidationWithoutATestPart_SaysWhatToDo()
    {
        var error = Assert.Throws<ExperimentException>(() => _bench.Run(_bench.Load(NoControls, "split=study.no-test", "stages.join={ reads: [guess], trainer: study.memory }")));

        Assert.Equal("the stage 'join' is fitted on the validation part, and fold 0 has no test part that it could be scored on. Give 'test' a share of the split, or use 'fit_on: train'.", error.Message);
    }

    private static MemoryTrainer Memory(Experiment experiment, string stage) => (MemoryTrainer)experiment.Stages.Single(one => one.Name == stage).Trainer.Instance;

    private static float[] Seen(TrainingContext context, Case item) => Load(context.Train.Pipeline, item).Image.Pixels.ToArray();

    private static Sample Load(SamplePipeline pipeline, Case item) => pipeline.Load(item, Phase.Train, 0, new SampleWorkspace());

    private static IReadOnlyList<Case> All() => new NumberSource(new NumberOptions()).Index(new IndexContext { CacheFolder = "" }).Cases;

    private static double Number(string name) => double.Parse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> PartOf(RunFolder run, string stage, string split) => Outputs(run, stage, split).Keys;

    private static Dictionary<string, double> Outputs(RunFolder run, string stage, string split)
    {
        var lines = File.ReadLines(run.PredictionsFile(stage, split)).Select(CsvText.Split).ToList();
        var at = Array.IndexOf(lines[0], "output.odd");
        return lines.Skip(1).ToDictionary(cells => cells[0], cells => double.Parse(cells[at], System.Globalization.CultureInfo.InvariantCulture));
    }
}
