using System.Globalization;
using Framework.Components.Decisions;
using Framework.Components.Ensembles;
using Framework.Host.Bundles;
using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>Folds and repeats of one stage, joined as their validation parts say.</summary>
public sealed class EnsembleTests : IDisposable
{
    // Two folds of one test part, each with a validation part of its own and three repeats.
    private static readonly string[] Six = ["split.folds=2", "repeats=3", "controls=[]", "metrics=[study.squared-error, study.seen]"];
    private static readonly string[] Weighted = [.. Six, "stages.guess.ensemble={ use: weighted-mean, by: study.squared-error, label: odd }"];
    private static readonly string[] Regression = [.. Six, "stages.guess.ensemble={ use: logistic-regression, inverse_regularisation: 2 }"];

    private readonly Workbench _bench = new();

    public EnsembleTests() => _bench.Catalogue.Register(new Ensembles());

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_WeightedMean_WeighsEachFoldAndRepeatByItsValidationScore()
    {
        _bench.Run(_bench.Load(Six));
        var experiment = _bench.Load(Weighted);

        var run = _bench.Run(experiment);

        Assert.Empty(Workbench.TrainerOf(experiment).Taken); // the same units, joined otherwise
        var units = run.Units.Select(unit => Rows(unit.Predictions)).ToList();
        Assert.Equal(6, units.Count);
        double[] weights = [.. units.Select(rows => 1 / Error(rows.Where(row => row.Split == "validate")))];
        Assert.True(weights.Max() > 1.001 * weights.Min(), "the members do not differ, so that the test shows nothing");
        var expected = units[0].Where(row => row.Split == "test")
            .Select(row => (row.Target, Output: units.Zip(weights).Sum(member => member.Second * Of(member.First, row.Case)) / weights.Sum())).ToList();
        Assert.Equal(6, expected.Count);
        Assert.Equal(expected.Average(row => (row.Target - row.Output) * (row.Target - row.Output)), Figure(run, "squared-error"), 1e-14);
        Assert.Contains("How folds and repeats are joined", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Regression_IsTheMinimumOnEachFoldsOwnValidationPart()
    {
        var run = _bench.Run(_bench.Load(Regression));

        var groups = Assert.Single(run.Ensembles).Groups;
        Assert.Equal([["guess.0.0", "guess.0.1", "guess.0.2"], ["guess.1.0", "guess.1.1", "guess.1.2"]], groups.Select(group => group.Units));
        var joined = new List<Dictionary<string, double>>();
        foreach (var group in groups)
        {
            var members = group.Units.Select(name => Rows(run.Units.Single(unit => unit.Unit.Name == name).Predictions)).ToList();
            var figures = Assert.Single(group.Figures).Figures;
            double Joined(string of) => Sigmoid(figures[3] + Enumerable.Range(0, 3).Sum(member => figures[member] * Logit(Of(members[member], of))));
            // At the minimum of C times the log loss and half the squares, the gradient is nought.
            var validation = members[0].Where(row => row.Split == "validate").ToList();
            Assert.Equal(0, validation.Sum(row => Joined(row.Case) - row.Target), 1e-8);
            for (var member = 0; member < 3; member++)
                Assert.Equal(0, figures[member] + (2 * validation.Sum(row => (Joined(row.Case) - row.Target) * Logit(Of(members[member], row.Case)))), 1e-8);
            joined.Add(members[0].Where(row => row.Split == "test").ToDictionary(row => row.Case, row => Joined(row.Case)));
        }

        var truth = Rows(run.Units[0].Predictions).Where(row => row.Split == "test").ToList();
        Assert.Equal(truth.Average(row => Math.Pow(row.Target - joined.Average(group => group[row.Case]), 2)), Figure(run, "squared-error"), 1e-12);
    }

    [Fact]
    public void Run_TestLabelsChange_WhatIsFittedStays()
    {
        var first = _bench.Run(_bench.Load([.. Regression, "stages.guess.threshold=youden"]));
        var changed = _bench.Load([.. Regression, "stages.guess.threshold=youden"]);
        ((NumberSource)changed.Data.Source.Instance).FirstLabel = 1; // c000 is of subject 0, which is for test

        var second = _bench.Run(changed, fresh: true);

        Assert.NotEqual(Figure(first, "squared-error"), Figure(second, "squared-error"));
        Assert.Equal(Numbers(first), Numbers(second));
    }

    [Fact]
    public void Run_Thresholds_AreThoseOfWhatMembersSayTogether()
    {
        var run = _bench.Run(_bench.Load([.. Regression, "stages.guess.threshold={ use: fixed-sensitivity, at: 1 }"]));

        var groups = Assert.Single(run.Ensembles).Groups;
        foreach (var group in groups)
        {
            var members = group.Units.Select(name => Rows(run.Units.Single(unit => unit.Unit.Name == name).Predictions)).ToList();
            var figures = group.Figures[0].Figures;
            var positives = members[0].Where(row => row is { Split: "validate", Target: 1 }).Select(row => Sigmoid(figures[3] + Enumerable.Range(0, 3).Sum(member => figures[member] * Logit(Of(members[member], row.Case)))));
            Assert.Equal(positives.Min(), group.Thresholds.Single().Labels["odd"], 1e-12);
        }

        Assert.Equal(groups.Average(group => group.Thresholds[0].Labels["odd"]), Figure(run, "seen-threshold"), 1e-12);
    }

    [Theory]
    [InlineData("weighted-mean, by: study.squared-error")]
    [InlineData("logistic-regression")]
    public void Predict_RunAndBundle_JoinAsTheRunDid(string ensemble)
    {
        var experiment = _bench.Load([.. Six, $"stages.guess.ensemble={{ use: {ensemble} }}", "stages.guess.calibrate=platt", "levels=[ { by: subject, take: max } ]"]);
        var run = _bench.Run(experiment);
        var file = _bench.Folder.File("six.zip");
        new BundleExport(_bench.Store, _bench.Screen, _bench.Time).Write(run, experiment, file, CancellationToken.None);

        var own = Predict(FrozenModel.Open(run, experiment));
        using var bundle = Bundle.Open(file);
        var bundled = Predict(FrozenModel.Open(bundle.Folder, experiment));

        for (var level = 0; level < 2; level++)
        {
            Assert.Equal(own.Levels[level].Decided.Outputs.ToArray(), bundled.Levels[level].Decided.Outputs.ToArray());
            var at = own.Levels[level].At;
            var test = Enumerable.Range(0, own.Levels[level].Decided.Rows.Count).Where(row => IsTest(own.Levels[level].Decided.Rows[row].Subject));
            var error = test.Average(row => Math.Pow(own.Levels[level].Decided.Target(row, 0) - own.Levels[level].Decided.Output(row, 0), 2));
            Assert.Equal(run.Metrics!.Single(row => row is { Name: "squared-error", Split: "test" } && row.At == at).Value!.Value, error, 1e-14);
        }

        File.Delete(run.EnsemblesFile);
        Assert.Contains("it is not there or torn", Assert.Throws<DataFormatException>(() => FrozenModel.Open(run, experiment)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void External_IsJoinedAsTheTestPart()
    {
        var experiment = _bench.Load([.. Regression.Where(set => !set.StartsWith("split", StringComparison.Ordinal)), "split={ use: study.last-external }"]);
        var run = _bench.Run(experiment);

        new ExternalEvaluation(_bench.Store, _bench.Screen, _bench.Time).Run(run, experiment, null, "the model is final", again: false, RunSettings.Of(run), CancellationToken.None);

        var figures = Assert.Single(run.Ensembles).Groups.Single().Figures[0].Figures;
        var members = run.Units.Select(unit => Rows(unit.External)).ToList();
        var expected = members[0].Average(row => Math.Pow(row.Target - Sigmoid(figures[3] + Enumerable.Range(0, 3).Sum(member => figures[member] * Logit(Of(members[member], row.Case)))), 2));
        Assert.Equal(expected, run.Metrics!.Single(row => row is { Name: "squared-error", Split: "external" }).Value!.Value, 1e-12);
    }

    [Fact]
    public void Run_NothingToJoin_SaysSoBeforeTraining()
    {
        Assert.Equal("guess: 'ensemble' joins folds and repeats, and there is one of each. Add 'repeats: 3' or a split of several folds, or leave it out.", Refused("stages.guess.ensemble=logistic-regression"));
        Assert.Equal("guess: 'ensemble' is fitted on the validation part, and fold 0 has none. Give 'validate' a share of the split.", Refused("repeats=2", "split={ use: study.no-validation }", "stages.guess.ensemble=mean"));
        Assert.Equal(
            "both: 'ensemble' is fitted on outputs of the validation part, and the stage itself is fitted on that part. Use 'fit_on: train', or leave 'ensemble' out: folds and repeats are averaged then.",
            Refused("repeats=2", "stages.both={ reads: [guess], trainer: weighted-mean, ensemble: mean }"));
        Assert.Equal(
            "find: 'ensemble' joins probabilities, and this stage finds objects or segments: there is no mean of findings. Leave it out.",
            Refused("repeats=2", "stages.find={ trainer: study.marker, ensemble: mean }"));
    }

    private string Refused(params string[] sets)
    {
        var experiment = _bench.Load([.. sets, "controls=[]", "metrics=[study.squared-error]"]);
        var error = Assert.Throws<ExperimentException>(() => _bench.Run(experiment));
        Assert.Empty(Workbench.TrainerOf(experiment).Taken);
        return error.Message;
    }

    private Ensemble Predict(FrozenModel model)
    {
        var stage = model.Experiment.Stages[0];
        var data = FrozenData.OfNew(model, stage, section => new DataPreparation(_bench.Store, _bench.Screen).List(model.Experiment, section, CancellationToken.None));
        return Ensemble.Of(model, stage, new FrozenPrediction(model, data, unit => unit.Path, RunSettings.Of(model.Folder)), CancellationToken.None);
    }

    private static double[] Numbers(RunFolder run) =>
        [.. run.Ensembles.SelectMany(ensemble => ensemble.Groups).SelectMany(group => group.Figures.SelectMany(question => question.Figures).Concat(group.Thresholds.SelectMany(level => level.Labels.Values)))];

    private static bool IsTest(string subject) => int.Parse(subject.AsSpan("subject ".Length), CultureInfo.InvariantCulture) % 5 == 0;

    private static double Figure(RunFolder run, string name) => run.Metrics!.Single(row => row.Name == name && row is { Split: "test", Stage: "guess" }).Value!.Value;

    private static double Error(IEnumerable<(string Split, string Case, double Target, double Output)> rows) => rows.Average(row => (row.Target - row.Output) * (row.Target - row.Output));

    private static double Of(IReadOnlyList<(string Split, string Case, double Target, double Output)> rows, string of) => rows.Single(row => row.Case == of).Output;

    private static List<(string Split, string Case, double Target, double Output)> Rows(string file)
    {
        var lines = File.ReadLines(file).Select(CsvText.Split).ToList();
        var (target, output) = (Array.IndexOf(lines[0], "target.odd"), Array.IndexOf(lines[0], "output.odd"));
        return [.. lines.Skip(1).Select(cells => (cells[0], cells[1], double.Parse(cells[target], CultureInfo.InvariantCulture), double.Parse(cells[output], CultureInfo.InvariantCulture)))];
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private sealed class Ensembles : IPlugin
    {
        public void Register(IComponentRegistry components) => components
            .Add<IEnsemble, MeanEnsemble>("mean")
            .Add<IEnsemble, WeightedMeanEnsemble, ScoreWeights>("weighted-mean")
            .Add<IEnsemble, RegressionEnsemble, RegressionEnsembleOptions>("logistic-regression")
            .Add<ICalibrator, PlattCalibrator>("platt")
            .Add<IThresholdRule, YoudenThreshold>("youden")
            .Add<IThresholdRule, FixedSensitivityThreshold, FixedRateOptions>("fixed-sensitivity")
            .Add<ISplit, NoValidationSplit>("study.no-validation")
            .Add<ISplit, LastExternalSplit>("study.last-external")
            .Add<IMetric, SeenThresholdMetric>("study.seen");
    }
}
