using Framework.Components.Splits;
using Framework.Sdk;

namespace Framework.Components.Tests.Data;

public sealed class CaseSplitTests
{
    [Fact]
    public void Cases_ManyRandomCohorts_NeverHaveASubjectInTwoParts()
    {
        for (var seed = 0UL; seed < 500; seed++)
        {
            var random = new RandomStream(seed);
            var index = Cohort(random, subjects: 6 + random.Next(40));
            var split = new CaseSplit(index, new HoldoutSplit(new HoldoutOptions { Train = 0.6, Validate = 0.2, Test = 0.2 }), random.Derive("split"));
            var parts = CaseSplit.Parts.Select(part => split.Cases(0, part)).ToArray();

            Assert.Equal(index.Cases.Count, parts.Sum(part => part.Count));
            Assert.Equal(index.Cases.Select(item => item.Subject).Distinct().Count(), parts.Sum(part => part.Select(item => item.Subject).Distinct().Count()));
        }
    }

    [Fact]
    public void Constructor_SplitThatForgetsSubjects_IsAnError()
    {
        var error = Assert.Throws<ExperimentException>(() => new CaseSplit(Cohort(new RandomStream(1), 5), new ForgetfulSplit(), new RandomStream(1)));

        Assert.Equal("the split gave no part for some of the 5 subjects. It must assign each of them in every fold.", error.Message);
    }

    private static DataIndex Cohort(RandomStream random, int subjects)
    {
        var cases = new List<Case>();
        for (var subject = 0; subject < subjects; subject++)
        {
            for (var left = 1 + random.Next(5); left > 0; left--)
                cases.Add(new Case { Id = $"c{cases.Count}", Subject = $"s{subject}", Labels = [random.Next(2)] });
        }

        return new DataIndex { Labels = ["any"], Cases = cases, Fingerprint = DataFingerprint.Of(["any"], cases) };
    }

    private sealed class ForgetfulSplit : ISplit
    {
        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) => [[.. subjects.Skip(1).Select(_ => Part.Train)]];
    }
}
