using Framework.Host.Engines;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Audits;

public sealed class RunAuditTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_CleanData_SaysInTheReportWhatWasLookedAt()
    {
        var run = _bench.Run(_bench.Load());

        Assert.Equal((30, 30, 0), (run.Audit!.Cases, run.Audit.Images, run.Audit.Findings.Count));
        Assert.Contains("30 cases were looked at", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keep")]
    [InlineData("hash")]
    public void Run_OneStudyOfSeveralSubjects_StopsBeforeAnythingIsTrained(string identifiers)
    {
        var experiment = _bench.Load("data.one_study=true", $"data.identifiers={identifiers}");

        var error = Assert.Throws<AuditException>(() => _bench.Run(experiment));

        Assert.Equal(
            $"the audit found 3 leaks between parts of the data, so that scores would be too good; `framework audit {_bench.Folder.File("walk.yaml")}` lists the cases. "
            + "Mend the data, or set audit.leaks: warn to go on all the same.",
            error.Message);
        Assert.Equal(ExitCode.ControlFailed, error.ExitCode);
        Assert.Empty(Workbench.TrainerOf(experiment).Taken);
        Assert.False(Directory.Exists(_bench.Folder.File("runs", "walk")));
    }

    [Fact]
    public void Run_LeakThatOnlyWarns_IsRedAboveTheFigures()
    {
        var run = _bench.Run(_bench.Load("data.one_study=true", "audit.leaks=warn"));

        Assert.Equal(["study", "study", "study"], run.Audit!.Findings.Select(finding => finding.Kind));
        Assert.Contains("The figures below are too good", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AuditOff_LooksAtNothing() => Assert.Null(_bench.Run(_bench.Load("data.one_study=true", "audit.leaks=off")).Audit);

    [Theory]
    [InlineData("keep")]
    [InlineData("hash")]
    public void Run_UnsafeSplit_GoesOnAndNamesTheLeak(string identifiers)
    {
        var run = _bench.Run(_bench.Load("split.cases=true", $"data.identifiers={identifiers}"));

        Assert.Equal(["subject"], run.Audit!.Findings.Select(finding => finding.Kind).Distinct());
        Assert.Contains(_bench.Screen.Lines, line => line.StartsWith("warning: audit: 6 subjects have cases in both train and validate.", StringComparison.Ordinal));
        Assert.Contains("The figures below are too good", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keep")]
    [InlineData("hash")]
    public void Run_SubjectInAPretrainingList_Stops(string identifiers)
    {
        var list = _bench.Folder.Write("seen.csv", "# patients of the pretrained weights\nsubject 1\nnobody\n");

        var error = Assert.Throws<AuditException>(() => _bench.Run(_bench.Load($"audit.pretraining=[{list}]", $"data.identifiers={identifiers}")));

        Assert.StartsWith("the audit found a leak between parts of the data", error.Message, StringComparison.Ordinal);
        Assert.Contains("warning: audit: 3 cases of validate stand in the lists of what the weights were trained on before. Leave them out, or start from other weights.", _bench.Screen.Lines);
    }

    [Fact]
    public void Run_EmptyPretrainingList_IsAnError()
    {
        var list = _bench.Folder.Write("seen.csv", "# nothing\n");
        Assert.Equal(
            $"{list}: the list is empty. Write an identity, or the hash of an image, on each line.",
            Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load($"audit.pretraining=[{list}]"))).Message);
    }

    [Fact]
    public void Run_LabelRuleOfTheExperiment_NamesCasesThatBreakIt()
    {
        var run = _bench.Run(_bench.Load("audit.label_rules=[{label: odd, is: any-of, labels: [odd]}]"));
        Assert.Empty(run.Audit!.Findings);
        var error = Assert.Throws<ExperimentException>(() => _bench.Run(_bench.Load("audit.label_rules=[{label: even, is: any-of, labels: [odd]}]")));
        Assert.Equal("a rule names the label 'even', which the data do not have. They have 'odd'.", error.Message);
    }

    [Fact]
    public void Run_FinishedBefore_IsNotAuditedAgain()
    {
        _bench.Run(_bench.Load());
        _bench.Screen.Lines.Clear();
        _bench.Run(_bench.Load());
        Assert.DoesNotContain("comparing images", _bench.Screen.Lines);
    }

    [Fact]
    public void Check_LeakInTheData_IsAProblemOfValidation()
    {
        var report = new Preflight(_bench.Catalogue, _bench.Store, _bench.Screen, "cpu").Check(_bench.Load("data.one_study=true"), CancellationToken.None);
        Assert.IsType<AuditException>(Assert.Single(report.Failures));
    }
}
