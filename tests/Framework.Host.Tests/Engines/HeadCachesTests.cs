using Framework.Components.Data.Cache;
using Framework.Host.Engines;
using Framework.Host.Engines.Stages;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class HeadCachesTests : IDisposable
{
    private static readonly Case[] Training = [.. Enumerable.Range(0, 3).Select(i => new Case { Id = $"c{i}", Subject = $"s{i}", Labels = [i] })];

    private readonly Workbench _bench = new();

    [Fact]
    public void KeysOf_SameExperiment_AreTheSameWhateverIsNoPartOfTheHead()
    {
        var keys = Keys();
        Assert.Equal(keys, Keys());
        Assert.Equal(keys, Keys("seed=8", "split.folds=2", "stages.guess.trainer.steps=9"));
        Assert.Equal(keys.Train, keys.Evaluate);
    }

    [Theory]
    [InlineData("data.cases=31")]
    [InlineData("stages.guess.transforms[0].amount=3")]
    [InlineData("stages.guess.transforms=[{ use: study.add, amount: 2 }, { use: study.add, amount: 2 }]")]
    [InlineData("stages.guess.transforms=[]")]
    public void KeysOf_AnotherOption_Differ(string set)
    {
        var (before, after) = (Keys(), Keys(set));
        Assert.NotEqual(before.Train, after.Train);
        Assert.NotEqual(before.Evaluate, after.Evaluate);
    }

    [Fact]
    public void KeysOf_BehindTheFirstRandomTransform_AreTheSame() =>
        Assert.Equal(
            Keys("stages.guess.transforms=[{ use: study.add, amount: 2 }, study.shake]"),
            Keys("stages.guess.transforms=[{ use: study.add, amount: 2 }, study.shake, { use: study.add, amount: 7 }]"));

    [Fact]
    public void KeysOf_ForTrainingOnly_DifferBetweenPhases()
    {
        var keys = Keys("stages.guess.transforms=[{ use: study.add, amount: 2, only: train }]");
        Assert.NotEqual(keys.Train, keys.Evaluate);
        Assert.Equal(Keys("stages.guess.transforms=[]").Evaluate, keys.Evaluate);
        Assert.Equal(Keys().Train, keys.Train);
    }

    [Fact]
    public void KeysOf_FittedTransform_DependOnTheTrainingPart()
    {
        const string fitted = "stages.guess.transforms=[study.centre]";
        Assert.Equal(Keys(Training, fitted), Keys(Training, fitted));
        Assert.NotEqual(Keys(Training, fitted).Evaluate, Keys(Training[..2], fitted).Evaluate);
        Assert.Equal(Keys(Training), Keys(Training[..2])); // nothing is fitted
    }

    [Fact]
    public void Of_SourceThatNamesNoFiles_IsNone()
    {
        using var cache = Cache();
        var experiment = _bench.Load();
        Assert.Null(new HeadCaches(_bench.Catalogue, experiment, cache).Of(experiment.Stages[0], experiment.Data.Source.Instance, Training, 3));
    }

    // Figures of the training part would depend on what was said of all of it, and a case's key tells what was said of the case alone.
    [Theory]
    [InlineData("stages.guess.transforms=[{ use: study.add, amount: 2 }]", true)]
    [InlineData("stages.guess.transforms=[study.centre]", false)]
    public void Of_StageThatReadsOthers_IsThereUnlessAnythingIsFitted(string set, bool isThere)
    {
        using var cache = Cache();
        var experiment = _bench.Load(set);
        var caches = new HeadCaches(_bench.Catalogue, experiment, cache);
        Assert.Equal(isThere, caches.Of(experiment.Stages[0], new Files(), Training, 3, new NothingSaid()) is not null);
        Assert.NotNull(caches.Of(experiment.Stages[0], new Files(), Training, 3));
    }

    public void Dispose() => _bench.Dispose();

    private HeadKeys Keys(params string[] sets) => Keys(Training, sets);

    private HeadKeys Keys(Case[] training, params string[] sets)
    {
        using var cache = Cache();
        var experiment = _bench.Load(sets);
        return new HeadCaches(_bench.Catalogue, experiment, cache).KeysOf(experiment.Stages[0], training, most: 3);
    }

    private SampleCache Cache() =>
        new(new CacheOptions { Folder = _bench.Folder.File("samples"), Size = new ByteSize(1_000_000) }, TimeProvider.System, Assert.Fail);

    private sealed class Files : IDataSource, ICaseFiles
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace) => throw new NotSupportedException();

        public IReadOnlyList<string> FilesOf(Case item) => [];
    }

    private sealed class NothingSaid : IEarlierOutputs
    {
        public IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> Of(Case item) => new Dictionary<string, IReadOnlyList<StageOutput>>();
    }
}
