using Framework.Components.Data.Findings;
using Framework.Host.Bundles;
using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>Finished runs whose stages read each other, or that have variants, on cases of any source.</summary>
public sealed class FrozenStagesTests : IDisposable
{
    // A detector and a regression beside each other; one stage that sees the label map, one that joins all, and their weighted mean.
    private static readonly string[] Chain =
    [
        "controls=[]",
        "metrics=[study.squared-error]",
        "split.folds=2",
        "stages.guess={ cross_fit: 3, transforms: [study.centre], trainer: { use: study.walk } }",
        "stages.find={ cross_fit: 3, trainer: study.marker }",
        "stages.look={ reads: [find], fit_on: train, input: case, transforms: [ { use: stage-mask, from: find }, { use: select-image, name: mask-find } ], trainer: { use: study.walk, rate: 0.2 } }",
        "stages.deep={ reads: [find], fit_on: validate, input: features, trainer: { use: study.walk, rate: 0.3 } }",
        "stages.join={ reads: [guess, look], fit_on: validate, trainer: { use: study.walk, rate: 0.4 } }",
        "stages.both={ reads: [join, guess, find], trainer: { use: weighted-mean, weights: { join: 3, guess: 1, find: 2 } } }",
    ];

    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Predict_StagesThatReadOthers_GivesEveryUnitsBitsOnTheSameCases()
    {
        var experiment = _bench.Load([.. Chain, "split.repeats=2"]);
        var run = _bench.Run(experiment);

        foreach (var stage in experiment.Stages)
        {
            var compared = AssertSame(run, FrozenModel.Open(run, experiment), stage.Name, run);
            Assert.Equal(4, compared.Units);
            Assert.True(compared.Cases >= 4 * 6, $"{stage.Name}: {compared.Cases} cases");
        }
    }

    [Fact]
    public void Predict_NewCases_NeedNoTruthAndKeepFindings()
    {
        var experiment = _bench.Load(Chain);
        var run = _bench.Run(experiment);
        var table = _bench.Folder.File("new.csv");

        IReadOnlyList<string> written;
        using (var files = new PredictedFiles(table))
            written = files.Write(Predict(FrozenModel.Open(run, experiment), "find", files.FolderOf), Stage(experiment, "find"), each: false);

        Assert.Equal([table, _bench.Folder.File("new.findings")], written);
        Assert.Equal(30, File.ReadLines(table).Count() - 1); // a row a case, the mean of both units
        foreach (var unit in Directory.GetDirectories(_bench.Folder.File("new.findings")))
        {
            var lines = FindingsFile.Read(Path.Combine(unit, FindingsFile.Name)).ToList();
            Assert.Equal(30, lines.Count);
            using var workspace = new SampleWorkspace();
            Assert.All(lines, line => Assert.Null(line.Findings.Truths));
            Assert.All(lines, line => Assert.NotNull(new MaskFolder(unit).Read(line.Findings, workspace)));
        }

        Assert.Equal(2, Directory.GetDirectories(_bench.Folder.File("new.findings")).Length);
        Assert.DoesNotContain(_bench.Folder.Names(), name => name.Contains(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Predict_LaterStage_LeavesNothingOfTheStagesThatItReads()
    {
        var experiment = _bench.Load(Chain);
        var run = _bench.Run(experiment);

        using (var files = new PredictedFiles(_bench.Folder.File("new.csv")))
            Assert.Equal([_bench.Folder.File("new.csv")], files.Write(Predict(FrozenModel.Open(run, experiment), "both", files.FolderOf), Stage(experiment, "both"), each: false));

        Assert.DoesNotContain(_bench.Folder.Names(), name => name.StartsWith("new.findings", StringComparison.Ordinal));
    }

    [Fact]
    public void Predict_Levels_JoinsCasesAsTheRunDid()
    {
        var experiment = _bench.Load("controls=[]", "levels=[ { by: subject, take: max } ]", "metrics=[study.squared-error]");
        var run = _bench.Run(experiment);
        var ensemble = Predict(FrozenModel.Open(run, experiment), "guess", unit => unit.Path);

        Assert.Equal(["case", "subject"], ensemble.Levels.Select(level => level.At));
        var (cases, subjects) = (ensemble.Levels[0].Raw, ensemble.Levels[1].Raw);
        Assert.Equal((30, 10), (cases.Rows.Count, subjects.Rows.Count));
        for (var row = 0; row < 10; row++)
            Assert.Equal(Enumerable.Range(0, 30).Where(own => cases.Rows[own].Subject == subjects.Rows[row].Subject).Max(own => cases.Output(own, 0)), subjects.Output(row, 0));
    }

    [Fact]
    public void Predict_EachWithLevels_HasARowForEachUnitAtEveryLevel()
    {
        var experiment = _bench.Load("controls=[]", "split.folds=2", "levels=[ { by: subject, take: max } ]", "metrics=[study.squared-error]");
        var run = _bench.Run(experiment);
        var (table, subjects) = (_bench.Folder.File("each.csv"), _bench.Folder.File("each.subject.csv"));

        using (var files = new PredictedFiles(table))
            Assert.Equal([table, subjects], files.Write(Predict(FrozenModel.Open(run, experiment), "guess", files.FolderOf), Stage(experiment, "guess"), each: true));

        var (cases, joined) = (File.ReadLines(table).Select(CsvText.Split).ToList(), File.ReadLines(subjects).Select(CsvText.Split).ToList());
        Assert.Equal((1 + (2 * 30), 1 + (2 * 10)), (cases.Count, joined.Count));
        var (who, fold, output) = (Array.IndexOf(cases[0], "subject"), Array.IndexOf(cases[0], "fold"), Array.IndexOf(cases[0], "output.odd"));
        foreach (var row in joined.Skip(1))
            Assert.Equal(cases.Skip(1).Where(cells => cells[who] == row[who] && cells[fold] == row[fold]).Max(cells => Number(cells[output])), Number(row[output]));
    }

    [Fact]
    public void Predict_StageWithDataOfItsOwn_GivesTheRunsBits()
    {
        var experiment = _bench.Load(
            "controls=[]", "metrics=[study.squared-error]", "data.cases=60", "stages.guess={ trainer: study.walk }",
            "stages.part={ data: { use: study.numbers, cases: 30, identifiers: keep }, reads: [guess], input: case, trainer: { use: study.walk, rate: 0.3 } }",
            "stages.mean={ data: { use: study.numbers, cases: 30, identifiers: keep }, reads: [guess, part], trainer: mean }");
        var run = _bench.Run(experiment);

        foreach (var stage in experiment.Stages)
            Assert.True(AssertSame(run, FrozenModel.Open(run, experiment), stage.Name, run).Cases >= 6);
    }

    [Fact]
    public void Predict_Matrix_NeedsAVariantAndGivesItsBits()
    {
        var experiment = _bench.Load("controls=[]", "metrics=[study.squared-error]", "matrix={ stages.guess.trainer.rate: [0.1, 0.2] }", "stages.both={ reads: [guess], trainer: mean }");
        var run = _bench.Run(experiment);

        Assert.Equal(
            $"{run.Path}: this run has 2 variants, and a frozen model is one. Choose with --variant one of 'rate-0-1', 'rate-0-2', or 'all' for each by itself.",
            Assert.Throws<ExperimentException>(() => ChosenVariants.Of(experiment, run, null)).Message);
        Assert.Equal(
            "--variant: there is no variant 'rate-0-3'. Did you mean 'rate-0-1'? There are 'rate-0-1', 'rate-0-2'.",
            Assert.Throws<ExperimentException>(() => ChosenVariants.Of(experiment, run, "rate-0-3")).Message);
        var all = ChosenVariants.Of(experiment, run, "all");
        Assert.Equal(2, all.Select(variant => FrozenModel.Open(run, variant).Hash).Distinct().Count());
        foreach (var variant in all)
            Assert.Equal(1, AssertSame(run, FrozenModel.Open(run, variant), "both", run).Units);
        Assert.Equal("/x/table@rate-0-2.csv", ChosenVariants.FileOf("/x/table.csv", all[1], all.Count));
    }

    [Fact]
    public void Bundle_StagesAndVariant_IsCheckedAndGivesTheRunsBits()
    {
        var experiment = _bench.Load([.. Chain, "matrix={ stages.look.trainer.rate: [0.1, 0.2] }"]);
        var run = _bench.Run(experiment);
        var file = _bench.Folder.File("chain.zip");

        new BundleExport(_bench.Store, _bench.Screen, _bench.Time).Write(run, ChosenVariants.Of(experiment, run, "rate-0-2")[0], file, CancellationToken.None);

        Assert.Contains(_bench.Screen.Lines, line => line.EndsWith("predictions of the bundle compared with the run's own: greatest difference 0", StringComparison.Ordinal));
        using (var bundle = Bundle.Open(file))
        {
            var only = Assert.Single(ChosenVariants.Of(experiment, bundle.Folder, null));
            Assert.Equal("rate-0-2", only.Variant);
            foreach (var stage in only.Stages)
                AssertSame(run, FrozenModel.Open(bundle.Folder, only), stage.Name, bundle.Folder);
        }

        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 3] ^= 4;
        File.WriteAllBytes(file, bytes);
        Assert.Throws<DataFormatException>(() => Bundle.Open(file));
    }

    [Fact]
    public void Bundle_EarlierStageFindsOtherwise_LeavesNoBundle()
    {
        var experiment = _bench.Load(Chain);
        var run = _bench.Run(experiment);
        var unit = run.Units.First(own => own.Unit.Id is { Stage: "find", HeldOut: null });
        var text = File.ReadAllText(unit.Findings);
        File.WriteAllText(unit.Findings, text.Replace("spot", "blot", StringComparison.Ordinal));

        var error = Assert.Throws<TrainingException>(() => new BundleExport(_bench.Store, _bench.Screen, _bench.Time).Write(run, experiment, _bench.Folder.File("chain.zip"), CancellationToken.None));

        Assert.Contains("There is no bundle: it must predict what the run predicted.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void External_StagesThatReadOthers_ArePredictedInTheirOrder()
    {
        _bench.Catalogue.Register(new LastSubjects());
        var experiment = _bench.Load([.. Chain.Where(set => !set.StartsWith("split", StringComparison.Ordinal)), "split={ use: study.last-external }", "matrix={ stages.look.trainer.rate: [0.1, 0.2] }"]);
        var run = _bench.Run(experiment);
        var before = run.Metrics!;

        new ExternalEvaluation(_bench.Store, _bench.Screen, _bench.Time).Run(run, experiment, "all", "the models are final", again: false, RunSettings.Of(run), CancellationToken.None);

        Assert.Equal(before, run.Metrics!.Where(row => row.Split != "external"));
        Assert.Equal(2 * 6, run.Metrics!.Count(row => row.Split == "external"));
        Assert.Equal(2, OpeningLog.Of(run).Count);
        foreach (var unit in run.Units.Where(unit => unit.Unit.Id is { Stage: "both", HeldOut: null }))
        {
            double Output(string stage, string of) => Rows(run.Units.Single(own => own.Unit.Id == unit.Unit.Id.Of(stage)).External)[("external", of)].Output;
            Assert.All(Rows(unit.External), pair => Assert.Equal(((3 * Output("join", pair.Key.Case)) + Output("guess", pair.Key.Case) + (2 * Output("find", pair.Key.Case))) / 6, pair.Value.Output, 1e-12));
        }
    }

    [Fact]
    public void NewData_StageWithItsOwn_MustBeNamedToo()
    {
        var experiment = _bench.Load("stages.part={ data: { use: study.numbers, cases: 30 }, reads: [guess], trainer: mean }");

        var error = Assert.Throws<ExperimentException>(() => NewDataChecks.Check(experiment, Stage(experiment, "part"), _bench.Folder.Path, []));

        Assert.Equal(
            "the stage 'part' has data of its own, which '--input' does not change, and the run's own cases would be predicted beside new ones. Say where its new data are too: --set stages.part.data.root=DIR.",
            error.Message);
        NewDataChecks.Check(experiment, Stage(experiment, "part"), _bench.Folder.Path, ["stages.part.data.root=x"]);
        NewDataChecks.Check(experiment, Stage(experiment, "guess"), _bench.Folder.Path, []);
    }

    // Every row of the units' own tables that the models were not fitted on, to the last bit.
    private (int Units, int Cases) AssertSame(RunFolder run, FrozenModel model, string stage, RunFolder opened)
    {
        var (units, cases) = (0, 0);
        foreach (var (unit, table) in Predict(model, stage, unit => _bench.Folder.File("maps", opened.Path.GetHashCode(StringComparison.Ordinal).ToString("x", System.Globalization.CultureInfo.InvariantCulture), unit.Unit.Name)).Units)
        {
            units++;
            var stored = Rows(run.Units.Single(own => own.Unit.Name == unit.Unit.Name).Predictions);
            var given = Enumerable.Range(0, table.Rows.Count).ToDictionary(row => table.Rows[row].Case, row => table.Output(row, 0));
            foreach (var ((_, name), row) in stored)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(row.Output), BitConverter.DoubleToInt64Bits(given[name]));
                cases++;
            }
        }

        return (units, cases);
    }

    private static Dictionary<(string Split, string Case), (double Target, double Output)> Rows(string file)
    {
        var lines = File.ReadLines(file).Select(CsvText.Split).ToList();
        var (target, output) = (Array.IndexOf(lines[0], "target.odd"), Array.IndexOf(lines[0], "output.odd"));
        return lines.Skip(1).ToDictionary(cells => (cells[0], cells[1]), cells => (Number(cells[target]), Number(cells[output])));
    }

    private static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static StageSection Stage(Experiment experiment, string name) => experiment.Stages.Single(stage => stage.Name == name);

    private Ensemble Predict(FrozenModel model, string stage, Func<UnitFolder, string> folderOf)
    {
        var asked = Stage(model.Experiment, stage);
        var data = FrozenData.OfNew(model, asked, section => new DataPreparation(_bench.Store, _bench.Screen).List(model.Experiment, section, CancellationToken.None));
        return Ensemble.Of(model, asked, new FrozenPrediction(model, data, folderOf, RunSettings.Of(model.Folder)), CancellationToken.None);
    }

    private sealed class LastSubjects : IPlugin
    {
        public void Register(IComponentRegistry components) => components.Add<ISplit, LastExternalSplit>("study.last-external");
    }
}
