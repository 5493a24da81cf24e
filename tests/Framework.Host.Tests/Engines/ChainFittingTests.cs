using Framework.Host.Engines;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class ChainFittingTests : IDisposable
{
    private const string Centred = "stages.guess.transforms=[{use: study.add, amount: 2}, study.centre]";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_TransformFittedOnTraining_KeepsEachFoldsOwnFiguresInTheUnitsFolder()
    {
        var run = _bench.Run(_bench.Load("split.folds=2", Centred));

        // Case number + 2 over the subjects (three cases each) 2 3 4 7 8 9, then 1 3 4 6 8 9: 3 x 33/6 + 1 + 2 and 3 x 31/6 + 1 + 2.
        Assert.Equal([19.5, 19.5, 19.5, 18.5, 18.5, 18.5], run.Units.Select(unit => Kept(unit).Single().Figures.Single()));
        Assert.Equal(2, run.Units.Select(unit => Kept(unit).Single().Fold).Distinct().Count());
        var trainer = TrainingFold.Of(["subject 2", "subject 3", "subject 4", "subject 7", "subject 8", "subject 9"]);
        Assert.Equal((1, "study.centre", trainer.Hash), (Kept(run.Units[0])[0].Step, Kept(run.Units[0])[0].Component, Kept(run.Units[0])[0].Fold));
    }

    [Fact]
    public void Fit_ImagesOfTheChain_AreCentredForEveryPart()
    {
        var recipes = Recipes(Centred);
        using var workspace = new SampleWorkspace();

        var pipeline = recipes.Pipeline(new(Stage: "guess", 0, 0, null), NoCheckpoints.Instance, CancellationToken.None);

        var first = new NumberSource(new NumberOptions()).Index(new IndexContext { CacheFolder = "" }).Cases[0];
        Assert.Equal(2 - 19.5f, pipeline.Load(first, Phase.Evaluate, epoch: 0, workspace).Image.Pixels[0]);
    }

    [Fact]
    public void Fit_FiguresOfAnotherFoldInTheFolder_AreRefusedInWords()
    {
        var folder = new CheckpointStore(_bench.Folder.Path, () => { });
        var recipes = Recipes(Centred);
        recipes.Pipeline(new("guess", 0, 0, null), folder, CancellationToken.None);
        var own = TrainingFold.Of(["subject 2", "subject 3", "subject 4", "subject 7", "subject 8", "subject 9"]).Hash;
        var other = TrainingFold.Of(["subject 1"]).Hash;
        var file = _bench.Folder.File(KeptStatistics.FileName);
        File.WriteAllText(file, File.ReadAllText(file).Replace(own, other, StringComparison.Ordinal));

        var error = Assert.Throws<ExperimentException>(() => recipes.Pipeline(new("guess", 0, 0, null), folder, CancellationToken.None));

        Assert.Equal(
            $"'study.centre': these statistics were fitted on the training subjects {other[..12]}; this fold trains on {own[..12]}. "
            + "Statistics of one fold have seen whom another is tested on: fit them on this fold's own training part.",
            error.Message);
    }

    [Fact]
    public void Fit_FiguresInTheFolder_AreTakenWithoutLoadingACase()
    {
        var folder = new CheckpointStore(_bench.Folder.Path, () => { });
        Recipes(Centred).Pipeline(new("guess", 0, 0, null), folder, CancellationToken.None);
        var file = _bench.Folder.File(KeptStatistics.FileName);
        File.WriteAllText(file, File.ReadAllText(file).Replace("19.5", "7.25", StringComparison.Ordinal));
        using var workspace = new SampleWorkspace();

        var pipeline = Recipes(Centred).Pipeline(new("guess", 0, 0, null), folder, CancellationToken.None);

        var first = new NumberSource(new NumberOptions()).Index(new IndexContext { CacheFolder = "" }).Cases[0];
        Assert.Equal(2 - 7.25f, pipeline.Load(first, Phase.Evaluate, epoch: 0, workspace).Image.Pixels[0]);
    }

    [Fact]
    public void Fit_Fingerprint_TellsTheFiguresOfFoldsApart()
    {
        var experiment = _bench.Load("split.folds=2", Centred);
        var data = new DataPreparation(_bench.Store, _bench.Screen).Prepare(experiment, CancellationToken.None);
        FittedChain Of(Experiment of, int fold) => new ChainFitting(threads: 2)
            .Fit(data.Source, of.Stages[0], data.Split.Cases(fold, Part.Train), new KeptStatistics(NoCheckpoints.Instance), CancellationToken.None);

        Assert.Equal(Of(experiment, 0).Fingerprint, Of(experiment, 0).Fingerprint);
        Assert.NotEqual(Of(experiment, 0).Fingerprint, Of(experiment, 1).Fingerprint);
        Assert.Equal("", Of(_bench.Load(), 0).Fingerprint);
    }

    [Fact]
    public void Fit_RandomTransformBefore_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() =>
            Recipes("stages.guess.transforms=[study.shake, study.centre]").Pipeline(new("guess", 0, 0, null), NoCheckpoints.Instance, CancellationToken.None));

        Assert.Equal(
            "guess: 'study.centre' is fitted on the training part, and 'study.shake', which is random, stands before it. Put 'study.centre' before all random transforms.",
            error.Message);
    }

    private UnitRecipes Recipes(params string[] sets)
    {
        var experiment = _bench.Load(sets);
        var data = new DataPreparation(_bench.Store, _bench.Screen).Prepare(experiment, CancellationToken.None);
        var prepared = new PreparedExperiment(experiment, data);
        var settings = new RunSettings { Device = TorchSharp.torch.CPU, LoaderThreads = 3, CommandLine = "" };
        return new UnitRecipes(prepared, new TrialStages(prepared, settings), settings);
    }

    private static List<FittedEntry> Kept(UnitFolder unit) => RunJson.TryRead(Path.Combine(unit.Path, KeptStatistics.FileName), RunJson.Form.ListFittedEntry)!;
}
