using Framework.Host.Engines;
using Framework.Host.Engines.Stages;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>Ten subjects with three slices each in the first stage's data, and one or two volumes each in the second's.</summary>
public sealed class CaseRelationTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("series: true", "series: true")]
    [InlineData("study: true", "study: true")]
    [InlineData("study: true, series: true", "study: true")] // series that only one of them knows are no help
    [InlineData("", "")]                                      // by subject, of which each has one volume
    public void Between_IdentityThatBothHave_GivesAVolumeTheSlicesOfIts(string slices, string volumes)
    {
        var (relation, own) = Between(slices, $"cases: 10, per_subject: 1, {volumes}");

        Assert.All(own, item => Assert.Equal(Slices(Number(item)), relation.Of(item).Select(slice => slice.Id)));
    }

    [Fact]
    public void Between_TheSameIdentitiesOfCases_GivesTheCaseItself()
    {
        var (relation, own) = Between("", "cases: 30, letter: c");

        Assert.All(own, item => Assert.Equal([item.Id], relation.Of(item).Select(slice => slice.Id)));
    }

    [Fact]
    public void Between_TwoVolumesOfASubjectThatNothingTellsApart_AsksForSeriesOrStudies()
    {
        var error = Assert.Throws<ExperimentException>(() => Between("series: true", "cases: 20, per_subject: 2"));

        Assert.Equal(
            "the stage 'volumes' reads 'guess', and not all of its cases have cases there of the same identity, series, study or (one case a subject) subject. "
            + "Give both data sources series or studies that agree, or leave such cases out.",
            error.Message);
    }

    [Fact]
    public void Between_VolumeOfASubjectWithoutSlices_AsksForSeriesOrStudies() =>
        Assert.Throws<ExperimentException>(() => Between("cases: 27", "cases: 10, per_subject: 1"));

    private (CaseRelation Relation, IReadOnlyList<Case> Own) Between(string slices, string volumes)
    {
        var experiment = _bench.Load(
            "controls=[]", $"data={{ use: study.numbers, identifiers: keep, {slices} }}",
            $"stages.volumes={{ data: {{ use: study.numbers, identifiers: keep, letter: v, {volumes} }}, reads: [guess], trainer: mean }}".Replace("letter: v, cases: 30, letter: c", "letter: c", StringComparison.Ordinal));
        var data = new DataPreparation(_bench.Store, _bench.Screen).Prepare(experiment, CancellationToken.None);
        var (guess, own) = (experiment.Stages[0], experiment.Stages[1]);
        return (CaseRelation.Between(guess, own, stage => data.Of(stage).Split.Reachable), data.Of(own).Index.Cases);
    }

    private static int Number(Case item) => int.Parse(item.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Slices(int subject) => Enumerable.Range(3 * subject, 3).Select(number => $"c{number:000}");
}
