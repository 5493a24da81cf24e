using Framework.Components.Splits;

namespace Framework.Components.Tests.Splits;

public sealed class StratifiedGroupKFoldTests
{
    private const double One = 1 + 1e-9;

    // A fold of cohort 155 tests two of fourteen subjects. Of its labels (1, 2, 3) three subjects are 101, one 010, five 110, three 000 and two 011; within
    // one subject of 8/7, 8/7 and 5/7 a fold has 1 or 2, 1 or 2, and 0 or 1 of them. So each 000 needs a 110 beside it, and each 101 one of the two 110 that
    // remain or the 010: two 011 are left for each other, which is one too many of label 3. No assignment is within one subject.
    private const int Impossible = 155;

    [Fact]
    public void Cases_TenThousandRandomCohorts_NoSubjectStraddlesAndNoLabelDriftsByMoreThanOneSubject()
    {
        const int cohorts = 10_000;
        var drifts = new (double Label, double Site, double Stratum)[cohorts];
        Parallel.For(0, cohorts, seed =>
        {
            var random = new RandomStream((ulong)seed);
            var folds = 2 + random.Next(9);
            var subjects = RandomCohort.Subjects(random, (2 * folds) + random.Next(100), labels: 1 + random.Next(4), sites: random.Next(6));
            var split = new CaseSplit(RandomCohort.Index(subjects), Split(folds, validate: random.Chance(0.5) ? 0.2 : 0), random.Derive("split"));
            var drift = new FoldDrift(subjects, TestedIn(split, subjects), folds);
            Assert.True(drift.Size < 1, $"cohort {seed}");
            drifts[seed] = (drift.Labels, drift.Sites, drift.Strata);
        });

        Assert.Equal([Impossible], Enumerable.Range(0, cohorts).Where(seed => drifts[seed].Label > One));
        Assert.InRange(drifts[Impossible].Label, 0, 2);
        Assert.InRange(drifts.Count(drift => drift.Site > One), 0, 5);
        Assert.InRange(drifts.Count(drift => drift.Stratum >= 1), 0, 15);
        Assert.All(drifts, drift => Assert.InRange(Math.Max(drift.Site, drift.Stratum), 0, 2));
    }

    [Fact]
    public void Assign_SmallCohorts_AreAsEvenAsAnyAssignmentIs()
    {
        var (strict, labels) = (0, 0);
        for (var seed = 0UL; seed < 400; seed++)
        {
            var random = new RandomStream(seed);
            var folds = 2 + random.Next(2);
            var subjects = RandomCohort.Subjects(random, 4 + random.Next(4), labels: 1 + random.Next(4), sites: random.Next(4));
            var own = new FoldDrift(subjects, Tested(Split(folds).Assign(subjects, random)), folds);
            var all = Assignments(subjects.Count, folds).Select(candidate => new FoldDrift(subjects, candidate, folds)).Where(drift => drift.Size < 1).ToList();
            var (canAll, canLabels) = (all.Any(IsWithinOne), all.Any(drift => drift.Labels <= One));
            Assert.True(IsWithinOne(own) || !canAll, $"cohort {seed}");
            Assert.True(own.Labels <= One || !canLabels, $"cohort {seed}");
            (strict, labels) = (strict + (canAll ? 1 : 0), labels + (canLabels ? 1 : 0));
        }

        Assert.InRange(strict, 350, labels);
    }

    [Fact]
    public void Assign_TwentyThousandSubjectsOfSixLabelsAndThirtySites_DriftByOneSubjectAtMost()
    {
        var random = new RandomStream(1);
        var subjects = RandomCohort.Subjects(random, 20_000, labels: 6, sites: 30);

        var drift = new FoldDrift(subjects, Tested(Split(10).Assign(subjects, random)), 10);

        Assert.InRange(Math.Max(Math.Max(drift.Size, drift.Strata), Math.Max(drift.Labels, drift.Sites)), 0, One);
    }

    [Fact]
    public void Assign_ManyValues_AreSpreadByTheirFifths()
    {
        var ages = Enumerable.Range(0, 100).Select(at => new Subject { Id = $"s{at:000}", Site = "", Cases = 1, Labels = [20 + (0.5 * at)] }).ToList();

        var folds = Tested(Split(5).Assign(ages, new RandomStream(3)));

        foreach (var fifth in Enumerable.Range(0, 100).GroupBy(at => at / 20))
            Assert.All(fifth.GroupBy(at => folds[at]), fold => Assert.Equal(4, fold.Count()));
    }

    [Fact]
    public void Assign_SameSeed_GivesTheSameFolds_AnotherSeedOthers()
    {
        var subjects = RandomCohort.Subjects(new RandomStream(2), 60, labels: 2, sites: 3);
        Assert.Equal(Tested(Split(5).Assign(subjects, new RandomStream(5))), Tested(Split(5).Assign(subjects, new RandomStream(5))));
        Assert.NotEqual(Tested(Split(5).Assign(subjects, new RandomStream(5))), Tested(Split(5).Assign(subjects, new RandomStream(6))));
    }

    [Fact]
    public void Assign_MoreFoldsThanSubjects_IsAnError()
    {
        var subjects = RandomCohort.Subjects(new RandomStream(2), 4, labels: 1, sites: 0);
        var error = Assert.Throws<ExperimentException>(() => Split(5).Assign(subjects, new RandomStream(1)));
        Assert.Equal("'stratified-group-k-fold' needs a subject for each fold: there are 4 subjects and 5 folds. Use fewer folds, or more subjects.", error.Message);
    }

    private static StratifiedGroupKFoldSplit Split(int folds, double validate = 0) => new(new StratifiedGroupKFoldOptions { Folds = folds, Validate = validate });

    private static bool IsWithinOne(FoldDrift drift) => drift.Size < 1 && drift.Strata < 1 && drift.Labels <= One && drift.Sites <= One;

    private static int[] Tested(IReadOnlyList<IReadOnlyList<Part>> folds) =>
        [.. folds[0].Select((_, at) => Enumerable.Range(0, folds.Count).Single(fold => folds[fold][at] == Part.Test))];

    private static IEnumerable<int[]> Assignments(int subjects, int folds) =>
        Enumerable.Range(0, (int)Math.Pow(folds, subjects)).Select(number => Enumerable.Range(0, subjects).Select(at => number / (int)Math.Pow(folds, at) % folds).ToArray());

    // By cases alone: every case of a fold in one part, every subject's cases together, every subject tested once.
    private static int[] TestedIn(CaseSplit split, List<Subject> subjects)
    {
        var tested = subjects.ToDictionary(subject => subject.Id, _ => -1);
        for (var fold = 0; fold < split.Folds; fold++)
        {
            var parts = CaseSplit.Parts.Select(part => split.Cases(fold, part)).ToList();
            Assert.Equal(subjects.Sum(subject => subject.Cases), parts.Sum(part => part.Count));
            Assert.Equal(subjects.Count, parts.Sum(part => part.Select(item => item.Subject).Distinct().Count()));
            foreach (var subject in parts[^1].Select(item => item.Subject).Distinct())
            {
                Assert.Equal(-1, tested[subject]);
                tested[subject] = fold;
            }
        }

        return [.. subjects.Select(subject => tested[subject.Id])];
    }
}
