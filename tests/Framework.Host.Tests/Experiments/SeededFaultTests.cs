using System.Text.RegularExpressions;

namespace Framework.Host.Tests.Experiments;

public sealed partial class SeededFaultTests : IDisposable
{
    private readonly ExperimentFolder _folder = new() { Environment = { ["DATA_ROOT"] = "/data" } };

    public static IEnumerable<object[]> Faults() => SeededFaults.All.Select(fault => new object[] { fault.Line, fault.Text, fault.Problem });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Valid_HasNoProblems() => Assert.Empty(_folder.Problems(ExperimentFolder.Valid));

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_OneFault_IsReportedInItsPlaceAndNothingElse(int line, string text, string problem)
    {
        var problems = _folder.Problems(ExperimentFolder.With((line, text)));

        var only = Assert.Single(problems);
        if (problem.EndsWith(": ", StringComparison.Ordinal))
            Assert.StartsWith($"trial.yaml:{problem}", only, StringComparison.Ordinal);
        else
            Assert.Equal($"trial.yaml:{problem}", only);
    }

    [Fact]
    public void Load_ManyFaultsInOneFile_AreAllReportedInTheOrderOfTheFile()
    {
        int[] lines = [2, 4, 6, 7, 11, 12, 13, 14, 17, 18, 19, 20, 21, 22];
        // The first fault of each of these lines that can stand beside the others.
        var faults = lines.Select(line => SeededFaults.All.First(fault => fault.Line == line && fault.Problem.StartsWith($"{line}:", StringComparison.Ordinal)
            && !fault.Text.Contains("aurok", StringComparison.Ordinal))).ToArray();

        // 'test.sorce' is unknown, so nothing can be said about its options; line 6 says nothing then.
        var expected = faults.Where(fault => fault.Line != 6).Select(fault => $"trial.yaml:{fault.Problem}");
        Assert.Equal(expected, _folder.Problems(ExperimentFolder.With([.. faults.Select(fault => (fault.Line, fault.Text))])));
    }

    [Fact]
    public void Load_AnyFault_SaysNoTypeAndNoTrace()
    {
        var all = SeededFaults.All.SelectMany(fault => _folder.Problems(ExperimentFolder.With((fault.Line, fault.Text)))).ToList();

        Assert.True(all.Count >= 60, $"{all.Count} faults");
        Assert.DoesNotContain(all, problem => TypeName().IsMatch(problem) || problem.Contains('\n', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"System\.|Framework\.|Options\b|Exception| at \w+\(")]
    private static partial Regex TypeName();
}
