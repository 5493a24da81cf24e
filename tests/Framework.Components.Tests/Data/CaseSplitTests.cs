using System.Reflection;
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

    [Fact]
    public void Sdk_EveryMember_GivesOrTakesAnIndexOnlyAtTheSourceAndTheSplit()
    {
        var members =
            from type in typeof(CaseSplit).Assembly.GetExportedTypes()
            where type != typeof(DataIndex)
            from member in type.GetMembers().OfType<MethodBase>()
            where member.GetParameters().Select(parameter => parameter.ParameterType).Append((member as MethodInfo)?.ReturnType).Contains(typeof(DataIndex))
            select $"{type.Name}.{member.Name}";

        Assert.Equal(["CaseSplit..ctor", "CaseSplit.Of", "IDataSource.Index"], members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Constructor_FoldsThatDoNotFitTheRepeats_AreAnError()
    {
        var error = Assert.Throws<ExperimentException>(() => new CaseSplit(Cohort(new RandomStream(1), 5), new UnevenSplit(), new RandomStream(1)));

        Assert.Equal("the split gave 3 folds for 2 repeats. It must give each repeat as many.", error.Message);
    }

    private sealed class UnevenSplit : ISplit
    {
        public int Repeats => 2;

        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [.. Enumerable.Range(0, 3).Select(_ => (IReadOnlyList<Part>)[.. subjects.Select(_ => Part.Train)])];
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
