using Framework.Components.Splits;

namespace Framework.Components.Tests.Splits;

public sealed class HoldoutSplitTests
{
    private static readonly HoldoutSplit SeventyFifteen = new(new HoldoutOptions { Train = 0.7, Validate = 0.15, Test = 0.15 });

    [Theory]
    [InlineData(100, 70, 15, 15)]
    [InlineData(10, 7, 2, 1)]
    [InlineData(7, 5, 1, 1)]
    public void Assign_Shares_GivesSizesToTheNearestSubject(int subjects, int train, int validate, int test)
    {
        var parts = Assign(SeventyFifteen, Cohort(subjects), seed: 1);
        Assert.Equal([train, validate, test], CaseSplit.Parts.Select(part => parts.Count(item => item == part)));
    }

    [Fact]
    public void Assign_RareLabelAndSites_SpreadsThemLikeTheShares()
    {
        var subjects = Cohort(200);
        for (ulong seed = 0; seed < 20; seed++)
        {
            var parts = Assign(SeventyFifteen, subjects, seed);
            AssertSpread(subjects, parts, subject => subject.Labels[0] == 1); // 20 subjects: 14, 3, 3
            AssertSpread(subjects, parts, subject => subject.Site == "b");    // 100 subjects: 70, 15, 15
        }
    }

    [Fact]
    public void Assign_SameSeed_GivesTheSameParts_AnotherSeedOthers()
    {
        var subjects = Cohort(60);
        Assert.Equal(Assign(SeventyFifteen, subjects, 5), Assign(SeventyFifteen, subjects, 5));
        Assert.NotEqual(Assign(SeventyFifteen, subjects, 5), Assign(SeventyFifteen, subjects, 6));
    }

    [Fact]
    public void Assign_TooFewSubjects_SaysWhichPartIsEmpty()
    {
        var error = Assert.Throws<ExperimentException>(() => Assign(SeventyFifteen, Cohort(2), 1));
        Assert.Equal("'holdout' leaves no subject for 'validate': 0.15 of 2 subjects. Give it a greater share, or use more subjects.", error.Message);
    }

    [Fact]
    public void Constructor_SharesThatDoNotAddUp_AreRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new HoldoutSplit(new HoldoutOptions { Train = 0.7, Test = 0.2 }));
        Assert.Equal("'holdout' needs 'train', 'validate' and 'test' to add up to 1; they add up to 0.9.", error.Message);
    }

    private static void AssertSpread(IReadOnlyList<Subject> subjects, IReadOnlyList<Part> parts, Func<Subject, bool> has)
    {
        var total = subjects.Count(has);
        foreach (var (part, share) in new[] { (Part.Train, 0.7), (Part.Validate, 0.15), (Part.Test, 0.15) })
            Assert.InRange(subjects.Where((subject, i) => parts[i] == part && has(subject)).Count(), (share * total) - 2, (share * total) + 2);
    }

    private static IReadOnlyList<Part> Assign(HoldoutSplit split, IReadOnlyList<Subject> subjects, ulong seed) =>
        Assert.Single(split.Assign(subjects, new RandomStream(seed)));

    private static List<Subject> Cohort(int count) => [.. Enumerable.Range(0, count).Select(i => new Subject
    {
        Id = $"s{i:000}",
        Site = i % 2 == 0 ? "a" : "b",
        Cases = 1 + (i % 3),
        Labels = [i % 10 == 3 ? 1 : 0, i % 3 == 0 ? 1 : 0],
    })];
}
