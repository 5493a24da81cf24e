using Framework.Components.Splits;

namespace Framework.Components.Tests.Splits;

public sealed class StratifiedGroupKFoldTests
{
    private const double One = 1 + 1e-9;

    [Fact]
    public void Cases_TenThousandRandomCohorts_NoSubjectStraddlesAndNothingDriftsByMoreThanOneSubject()
    {
        const int cohorts = 10_000;
        var drifts = new (double Label, double Site)[cohorts];
        Parallel.For(0, cohorts, seed =>
        {
            var random = new RandomStream((ulong)seed);
            var folds = 2 + random.Next(9);
            var subjects = RandomCohort.Subjects(random, (2 * folds) + random.Next(100), labels: 1 + random.Next(4), sites: random.Next(6));
            var split = new CaseSplit(RandomCohort.Index(subjects), Split(folds, validate: random.Chance(0.5) ? 0.2 : 0), random.Derive("split"));
            var drift = new FoldDrift(subjects, TestedIn(split, subjects), folds);
            Assert.True(drift.Size < 1 && drift.Strata < 1, $"cohort {seed}");
            drifts[seed] = (drift.Labels, drift.Sites);
        });

        Assert.DoesNotContain(drifts, drift => drift.Label > One);
        Assert.DoesNotContain(drifts, drift => drift.Site > One);
    }

    [Fact]
    public void Assign_SmallCohorts_StayWithinOneSubjectWhereverAnyAssignmentDoes()
    {
        var possible = 0;
        for (var seed = 0UL; seed < 400; seed++)
        {
            var random = new RandomStream(seed);
            var folds = 2 + random.Next(2);
            var subjects = RandomCohort.Subjects(random, 4 + random.Next(4), labels: 1 + random.Next(4), sites: random.Next(4));
            if (!Assignments(subjects.Count, folds).Any(candidate => IsWithinOne(new FoldDrift(subjects, candidate, folds))))
                continue;
            possible++;
            Assert.True(IsWithinOne(new FoldDrift(subjects, Tested(Split(folds).Assign(subjects, random)), folds)), $"cohort {seed}");
        }

        Assert.InRange(possible, 350, 400);
    }

    [Fact]
    public void Assign_TwentyThousandSubjectsOfSixLabelsAndThirtySites_DriftByLessThanOneSubject()
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
