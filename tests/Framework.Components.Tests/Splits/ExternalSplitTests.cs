using Framework.Components.Splits;

namespace Framework.Components.Tests.Splits;

public sealed class ExternalSplitTests
{
    private static readonly List<Subject> Twelve = Cohorts.OfThreeSites(12);

    [Fact]
    public void Cases_ExternalPart_CannotBeReached()
    {
        var split = new CaseSplit(RandomCohort.Index(Twelve), External("b"), new RandomStream(1));

        Assert.Equal((4, 8), split.External);
        Assert.Equal(2, split.Folds);
        var reached = Enumerable.Range(0, 2).SelectMany(fold => CaseSplit.Parts.SelectMany(part => split.Cases(fold, part))).ToList();
        Assert.Equal(2 * 16, reached.Count);
        Assert.DoesNotContain(reached.Concat(split.Reachable), item => item.Site == "b");
        var error = Assert.Throws<ExperimentException>(() => split.Cases(0, Part.External));
        Assert.Equal("the external subjects are locked: nothing of a run is fitted, chosen or scored on them.", error.Message);
    }

    [Fact]
    public void Assign_ExternalSubjectsComeAndGo_LeavesTheOthersWhereTheyAre()
    {
        var all = External("b").Assign(Twelve, new RandomStream(1));
        var fewer = External("b").Assign([.. Twelve.Where(subject => subject.Id != "s01")], new RandomStream(1));

        Assert.All(all.Zip(fewer), pair => Assert.Equal(pair.First.Where((_, at) => at != 1), pair.Second));
    }

    [Fact]
    public void Assign_UnknownSiteOrAllSites_IsAnError()
    {
        var unknown = Assert.Throws<ExperimentException>(() => External("d").Assign(Twelve, new RandomStream(1)));
        Assert.Equal("'external' keeps the site 'd', and no subject is of that site. There are 'a', 'b', 'c'.", unknown.Message);
        var all = Assert.Throws<ExperimentException>(() => External("a", "b", "c").Assign(Twelve, new RandomStream(1)));
        Assert.Equal("'external' keeps all 12 subjects and leaves none to train on. Name fewer sites.", all.Message);
    }

    [Fact]
    public void Constructor_SubjectExternalInOneFoldOnly_IsAnError()
    {
        var error = Assert.Throws<ExperimentException>(() => new CaseSplit(RandomCohort.Index(Twelve), new LeakySplit(), new RandomStream(1)));
        Assert.Equal("the split keeps the subject 's00' external in 1 of 2 folds. An external subject is so in every fold.", error.Message);
    }

    private static ExternalSplit External(params string[] sites) => new(new ExternalOptions { Sites = sites, Split = new KFoldSplit(new KFoldOptions { Folds = 2 }) });

    private sealed class LeakySplit : ISplit
    {
        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [[.. subjects.Select(_ => Part.Train)], [.. subjects.Select((_, at) => at == 0 ? Part.External : Part.Train)]];
    }
}
