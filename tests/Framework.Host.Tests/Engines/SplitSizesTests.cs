using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class SplitSizesTests
{
    [Fact]
    public void Describe_TwoFoldsTwiceOverWithALockedSite_TellsSubjectsCasesPrevalenceAndSitesOfEachPart()
    {
        // Ten subjects of two cases each; subject i is of site a, b, a, b..., the last two of c; the first case of every other subject is positive.
        Case[] cases = [.. Enumerable.Range(0, 20).Select(at => new Case
        {
            Id = $"c{at:00}",
            Subject = $"s{at / 2}",
            Site = at >= 16 ? "c" : at / 2 % 2 == 0 ? "a" : "b",
            Labels = [at % 4 == 0 ? 1 : 0],
        })];
        var index = new DataIndex { Labels = ["bleed"], Cases = cases, Fingerprint = "" };
        var data = new PreparedData(index, new CaseSplit(index, new HalvesSplit(), new RandomStream(1)), null!);

        Assert.Equal(
            [
                ("split", "2 folds, 2 times over; the first 2 are shown"),
                ("fold 0, train", "10 cases of 5 subjects; positive: bleed 3 (30 %); subjects by site: a 3, b 2"),
                ("fold 0, test", "6 cases of 3 subjects; positive: bleed 1 (16.7 %); subjects by site: a 1, b 2"),
                ("fold 1, train", "6 cases of 3 subjects; positive: bleed 1 (16.7 %); subjects by site: a 1, b 2"),
                ("fold 1, test", "10 cases of 5 subjects; positive: bleed 3 (30 %); subjects by site: a 3, b 2"),
                ("external", "4 cases of 2 subjects, locked"),
            ],
            SplitSizes.Describe(data));
    }

    /// <summary>Subjects 0 to 4 against 5 to 7, then the other way round; 8 and 9 locked.</summary>
    private sealed class HalvesSplit : ISplit
    {
        public int Repeats => 2;

        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [.. Enumerable.Range(0, 4).Select(fold => (IReadOnlyList<Part>)[.. subjects.Select((_, at) => at >= 8 ? Part.External : at < 5 == (fold % 2 == 0) ? Part.Train : Part.Test)])];
    }
}
