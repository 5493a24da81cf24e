using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Planning;

public sealed class PlannerTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Make_TwoFoldsTwoControls_GivesEachUnitAfterTheOneItBelongsTo()
    {
        var plan = Make(_bench.Load("split.folds=2"));

        Assert.Equal(
            ["guess.0.0", "guess.0.0.study.untrained", "guess.0.0.prevalence", "guess.1.0", "guess.1.0.study.untrained", "guess.1.0.prevalence"],
            plan.Units.Select(unit => unit.Name));
        Assert.Equal(6, plan.Units.Select(unit => unit.Key).Distinct().Count());
        Assert.All(plan.Units, unit => Assert.Matches("^[0-9a-f]{64}$", unit.Key));
    }

    [Fact]
    public void Make_RepeatsAdded_GivesUnitsOfTheirOwnAndKeepsTheKeysOfTheFirst()
    {
        var once = Make(_bench.Load("split.folds=2", "controls=[]"));
        var twice = Make(_bench.Load("split.folds=2", "split.repeats=2", "controls=[]"));

        Assert.Equal(["guess.0.0", "guess.1.0", "guess.0.1", "guess.1.1"], twice.Units.Select(unit => unit.Name));
        Assert.Equal(once.Units.Select(unit => unit.Key), twice.Units.Take(2).Select(unit => unit.Key));
        Assert.Equal(4, twice.Units.Select(unit => unit.Key).Distinct().Count());
    }

    [Fact]
    public void Make_ExternalSubjectsComeAndGo_KeepsEveryKey()
    {
        var experiment = _bench.Load();
        var index = experiment.Data.Source.Instance.Index(new IndexContext { CacheFolder = _bench.Folder.Path });
        DataIndex With(params Case[] more) => index with { Cases = [.. index.Cases, .. more] };
        Plan Of(DataIndex cases) => Make(experiment, cases, new CaseSplit(cases, new LastIsExternal(), new RandomStream(1)));

        var one = Of(With(new Case { Id = "x", Subject = "z", Labels = [1] }));
        var other = Of(With(new Case { Id = "y", Subject = "z", Labels = [0] }));

        Assert.Equal(one.Units.Select(unit => unit.Key), other.Units.Select(unit => unit.Key));
    }

    private sealed class LastIsExternal : ISplit
    {
        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [[.. subjects.Select((subject, at) => subject.Id == "z" ? Part.External : at == 0 ? Part.Test : Part.Train)]];
    }

    [Fact]
    public void Make_Twice_GivesTheSameKeys() => Assert.True(Make(_bench.Load()).Matches(Make(_bench.Load())));

    [Theory]
    [InlineData("seed=8")]
    [InlineData("stages.guess.trainer.rate=0.2")]
    [InlineData("stages.guess.transforms=[]")]
    [InlineData("data.cases=33")]
    public void Make_SomethingThatDeterminesTheResultChanged_ChangesEveryKey(string set)
    {
        var before = Make(_bench.Load()).Units;
        var after = Make(_bench.Load(set)).Units;

        Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First.Key, pair.Second.Key));
    }

    [Theory]
    [InlineData("metrics=[study.hits]")]
    [InlineData("controls=[]")]
    [InlineData("name=stroll")]
    public void Make_SomethingElseChanged_LeavesTheKeyOfTheUnit(string set) =>
        Assert.Equal(Make(_bench.Load()).Units[0].Key, Make(_bench.Load(set)).Units[0].Key);

    [Fact]
    public void Make_OneLabelChanged_ChangesTheKeys()
    {
        var changed = _bench.Load();
        ((NumberSource)changed.Data.Source.Instance).FirstLabel = 1;

        Assert.NotEqual(Make(_bench.Load()).Units[0].Key, Make(changed).Units[0].Key);
    }

    [Fact]
    public void Make_OtherGeometrySeriesOrPositionOfOneCase_ChangesTheKeys()
    {
        var experiment = _bench.Load();
        var index = experiment.Data.Source.Instance.Index(new IndexContext { CacheFolder = _bench.Folder.Path });
        string KeyOf(Func<Case, Case> change)
        {
            var changed = index with { Cases = [change(index.Cases[0]), .. index.Cases.Skip(1)] };
            return Make(experiment, changed, new CaseSplit(changed, experiment.Split.Instance, new RandomStream(1))).Units[0].Key;
        }

        string[] keys = [KeyOf(item => item), KeyOf(item => item with { FactsHash = 1 }), KeyOf(item => item with { Series = "1.2" }), KeyOf(item => item with { Position = 2.5 })];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], KeyOf(item => item with { Locator = "elsewhere" })); // where a file lies does not matter
    }

    [Fact]
    public void Named_NestedComponents_GivesTheBuildOfEachAssemblyOnce()
    {
        var build = Assert.Single(ComponentBuild.Named(_bench.Catalogue, ["""{"use":"study.numbers","of":[{"use":"study.walk"}]}""", """{"use":"nobody"}"""]));

        Assert.Equal("Framework.Host.Tests", build.Assembly);
        Assert.Equal(typeof(PlannerTests).Module.ModuleVersionId.ToString("N"), build.Build);
    }

    [Fact]
    public void Add_SamePiecesOtherwiseCut_GivesAnotherKey()
    {
        using var one = new UnitKey();
        using var other = new UnitKey();

        Assert.NotEqual(one.Add("ab", "c").ToString(), other.Add("a", "bc").ToString());
    }

    [Fact]
    public void ToString_NothingAdded_IsTheHashOfNothing()
    {
        using var key = new UnitKey();

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", key.ToString()); // FIPS 180-4, empty message
    }

    private Plan Make(Experiment experiment)
    {
        var index = experiment.Data.Source.Instance.Index(new IndexContext { CacheFolder = _bench.Folder.Path });
        return Make(experiment, index, new CaseSplit(index, experiment.Split.Instance, new RandomStream(1)));
    }

    private Plan Make(Experiment experiment, DataIndex index, CaseSplit split) =>
        new Planner(_bench.Catalogue).Make([new PreparedExperiment(experiment, new PreparedData(index, split, experiment.Data.Source.Instance))]);
}
