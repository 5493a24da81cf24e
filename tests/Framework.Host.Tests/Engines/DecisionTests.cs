using Framework.Components.Decisions;
using Framework.Host.Engines.Decisions;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class DecisionTests : IDisposable
{
    private static readonly string[] Both = ["stages.guess.calibrate=platt", "stages.guess.threshold=youden", "metrics=[study.squared-error, study.seen]"];
    private readonly Workbench _bench = new();

    public DecisionTests()
    {
        var components = new ComponentRegistrations();
        _bench.Catalogue.Register(components);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_CalibratedWithThresholds_ScoresWithThemAndKeepsRawOutputsInTheTables()
    {
        var plain = _bench.Run(_bench.Load());
        var run = _bench.Run(_bench.Load(Both));

        Assert.Equal(File.ReadAllText(plain.PredictionsFile("guess", "test")), File.ReadAllText(run.PredictionsFile("guess", "test")));
        Assert.NotEqual(Figure(plain, "squared-error"), Figure(run, "squared-error"));
        var frozen = run.Units[0].Decisions!;
        Assert.Equal(frozen.Thresholds[0].Labels["odd"], Figure(run, "seen-threshold"));
    }

    [Fact]
    public void Run_ThresholdChanged_TakesTheUnitsAndFitsAnew()
    {
        _bench.Run(_bench.Load(Both));
        var edited = _bench.Load([.. Both, "stages.guess.threshold={ use: fixed-sensitivity, at: 1 }"]);

        var run = _bench.Run(edited);

        Assert.Empty(Workbench.TrainerOf(edited).Taken);
        var (targets, outputs) = Validation(run).Column(0);
        var rule = new DecisionRule(edited.Stages[0], run.Units[0].Decisions);
        var calibrated = rule.Calibrate(Validation(run)).Outputs.ToArray();
        Assert.Equal(calibrated.Zip(targets).Where(pair => pair.Second > 0).Min(pair => pair.First), run.Units[0].Decisions!.Thresholds[0].Labels["odd"]);
        Assert.NotEqual(outputs, calibrated);
    }

    [Fact]
    public void Run_TestLabelsChange_ThresholdsStay()
    {
        var first = _bench.Run(_bench.Load(Both));
        var changed = _bench.Load(Both);
        ((NumberSource)changed.Data.Source.Instance).FirstLabel = 1; // c000 is of subject 0, which is for test

        var second = _bench.Run(changed, fresh: true);

        Assert.NotEqual(Figure(first, "squared-error"), Figure(second, "squared-error"));
        Assert.Equal(Numbers(first.Units[0].Decisions!), Numbers(second.Units[0].Decisions!));
    }

    [Fact]
    public void Run_DecisionsOfAnotherFold_AreNotTaken()
    {
        var run = _bench.Run(_bench.Load([.. Both, "split.folds=2", "controls=[]"]));
        var own = run.Units[1].Decisions!;
        Assert.NotEqual(own.Key, run.Units[0].Decisions!.Key);
        run.Units[1].Decisions = run.Units[0].Decisions;
        File.Delete(run.MetricsFile);

        _bench.Run(_bench.Load([.. Both, "split.folds=2", "controls=[]"]));

        Assert.Equal((own.Key, own.Training), (run.Units[1].Decisions!.Key, run.Units[1].Decisions!.Training));
    }

    [Fact]
    public void Run_NoValidationPart_SaysSoBeforeTraining()
    {
        var experiment = _bench.Load([.. Both, "split={ use: study.no-validation }"]);

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(experiment));

        Assert.Equal("guess: 'calibrate' and 'threshold' are fitted on the validation part, and fold 0 has none. Give 'validate' a share of the split.", error.Message);
        Assert.Empty(Workbench.TrainerOf(experiment).Taken);
    }

    [Fact]
    public void Run_ValidationPartOfOneClass_SaysSoBeforeTraining()
    {
        var experiment = _bench.Load([.. Both, "data.cases=5", "data.per_subject=1"]);

        var error = Assert.Throws<TrainingException>(() => _bench.Run(experiment));

        Assert.StartsWith("guess, fold 0: the calibration of 'odd' cannot be fitted: its validation part has ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Workbench.TrainerOf(experiment).Taken);
    }

    private static double Figure(RunFolder run, string name) => run.Metrics!.First(row => row.Name == name && row is { Split: "test", Control: null }).Value!.Value;

    private static double[] Numbers(FrozenDecisions frozen) => [.. frozen.Calibration.SelectMany(question => question.Figures), .. frozen.Thresholds.SelectMany(level => level.Labels.Values)];

    private Predictions Validation(RunFolder run)
    {
        var cases = new NumberSource(new NumberOptions()).Index(new IndexContext { CacheFolder = _bench.Folder.Path }).Cases;
        return PredictionsFile.Read(run.Units[0].Predictions, cases.ToDictionary(item => item.Id), []).Single(part => part.Split == "validate").Table;
    }

    private sealed class ComponentRegistrations : IPlugin
    {
        public void Register(IComponentRegistry components) => components
            .Add<ICalibrator, PlattCalibrator>("platt")
            .Add<IThresholdRule, YoudenThreshold>("youden")
            .Add<IThresholdRule, FixedSensitivityThreshold, FixedRateOptions>("fixed-sensitivity")
            .Add<ISplit, NoValidationSplit>("study.no-validation")
            .Add<IMetric, SeenThresholdMetric>("study.seen");
    }
}
