using Framework.Components.Audit;

namespace Framework.Components.Tests.Audit;

public sealed class DataAuditTests
{
    public static TheoryData<string, Func<Case, Case, Case>> Identities => new()
    {
        { "subject", (item, other) => item with { Subject = other.Subject } },
        { "study", (item, other) => item with { Study = other.Study } },
        { "series", (item, other) => item with { Series = other.Series } },
        { "accession", (item, other) => item with { Accession = other.Accession } },
        { "instance", (item, other) => item with { Instance = other.Instance } },
    };

    [Fact]
    public void Look_CleanData_FindsNothing() => Assert.Empty(new Planted().Look());

    [Theory]
    [MemberData(nameof(Identities))]
    public void Look_OneIdentityInTwoParts_IsALeakOfItsKind(string kind, Func<Case, Case, Case> share)
    {
        var other = new Case { Id = "", Subject = "subject2", Study = "study2", Series = "series2", Accession = "accession2", Instance = "instance2", Labels = [] };
        var finding = Assert.Single(new Planted().Change(7, item => share(item, other) with { Labels = [0, 0, 0] }).Look());
        Assert.Equal((kind, AuditSeverity.Leak, 1, 1), (finding.Kind, finding.Severity, finding.Count, finding.Folds));
        Assert.Equal(["train", "test"], finding.Parts);
        Assert.Equal(["case2", "case7"], Assert.Single(finding.Cases));
    }

    [Fact]
    public void Look_OneIdentityWithinAPart_IsNoLeak() => Assert.Empty(new Planted().Change(1, item => item with { Subject = "subject2", Study = "study2", Series = "series2" }).Look());

    [Fact]
    public void Look_SameSubjectInSeveralFolds_CountsTheFoldsAndTellsTheWorst()
    {
        var planted = new Planted().Change(4, item => item with { Subject = "subject5" }).Change(0, item => item with { Subject = "subject9" });
        planted.Folds.Add([.. Enumerable.Range(0, 10).Select(i => i < 5 ? Part.Train : i < 7 ? Part.Validate : Part.External)]);
        var findings = planted.Look();
        Assert.Equal(
            [("train", "validate", 1, 1), ("train", "test", 2, 1), ("train", "external", 1, 1)],
            findings.Select(finding => (finding.Parts[0], finding.Parts[1], finding.Count, finding.Folds)));
        Assert.Equal("2 subjects have cases in both train and test. They are known to the model that is scored on them. Split by subject.", findings[1].Words);
    }

    [Fact]
    public void Look_SamePixelsUnderAnotherName_IsALeak()
    {
        var planted = new Planted();
        var findings = planted.Image(8, planted.Image(2)).Look();
        Assert.Equal([("pixels", AuditSeverity.Leak, 1), ("pixels", AuditSeverity.Note, 1)], findings.Select(finding => (finding.Kind, finding.Severity, finding.Count)));
        Assert.Equal(["case2", "case8"], Assert.Single(findings[0].Cases));
    }

    [Fact]
    public void Look_SamePixelsWithOtherLabels_IsAConflictAsWell()
    {
        var planted = new Planted();
        var finding = Assert.Single(planted.Image(9, planted.Image(2)).Look(), finding => finding.Kind == "label-conflict");
        Assert.Equal((AuditSeverity.Warning, 1), (finding.Severity, finding.Count));
    }

    [Fact]
    public void Look_SamePixelsOfAnotherLevel_AreNoConflict()
    {
        var planted = new Planted();
        planted.Image(9, planted.Image(2));
        foreach (var (at, level) in new[] { (9, "L4-L5"), (2, "L5-S1") })
            planted.Change(at, item => item with { Attributes = new Dictionary<string, string> { ["level"] = level } });
        Assert.DoesNotContain(planted.Look(), finding => finding.Kind == "label-conflict");
    }

    [Fact]
    public void Look_BlankImages_AreNoCopies()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 8, 8]);
        image.Pixels.Fill(3);
        var blank = Fingerprint.Of(image);
        Assert.True(blank.IsFlat);
        Assert.Empty(new Planted().Image(2, blank).Image(8, blank).Look());
    }

    [Theory]
    [InlineData(32, 3.0, 40)]   // brighter and with more contrast
    [InlineData(45, 1.0, 0)]    // resampled
    [InlineData(32, -1.0, -7)]  // turned over: another picture to a radiologist, and not the same image
    public void Look_NearlyTheSameImage_IsFoundUnlessItIsAnother(int size, double scale, double shift)
    {
        var findings = new Planted().Image(8, Planted.Print(new RandomStream(3), size, value => (value * scale) + shift)).Look();
        Assert.Equal(scale > 0 ? ["near-duplicate"] : [], findings.Select(finding => finding.Kind));
        Assert.All(findings, finding => Assert.Equal(["case2", "case8"], Assert.Single(finding.Cases)));
    }

    [Fact]
    public void Look_NoisyCopy_IsNearlyTheSameImage()
    {
        var noise = new RandomStream(77);
        var finding = Assert.Single(new Planted().Image(8, Planted.Print(new RandomStream(3), 64, value => value + (0.02 * noise.Normal()))).Look());
        Assert.Equal(("near-duplicate", AuditSeverity.Warning), (finding.Kind, finding.Severity));
    }

    [Fact]
    public void Look_AnyThatIsNotTheOrOfTheOthers_NamesTheCases()
    {
        var planted = new Planted { Rules = [new LabelRule("any", LabelRelation.AnyOf, ["a", "b"])] };
        Assert.Empty(planted.Look());
        var finding = Assert.Single(planted.Change(3, item => item with { Labels = [1, 0, 0] }).Change(4, item => item with { Labels = [0, 0, 1] }).Look());
        Assert.Equal(("label-logic", AuditSeverity.Warning, 2), (finding.Kind, finding.Severity, finding.Count));
        Assert.Equal("in 2 cases 'any' is not 1 exactly where any is of a, b. Correct the labels of these cases, or leave them out.", finding.Words);
        Assert.Equal(["case3", "case4"], finding.Cases.Select(cases => cases.Single()));
    }

    [Theory]
    [InlineData("case7")]
    [InlineData("subject7")]
    [InlineData("study7")]
    [InlineData("series7")]
    [InlineData("accession7")]
    [InlineData("instance7")]
    public void Look_NameInAPretrainingList_IsALeakWhereItIsScored(string name)
    {
        var finding = Assert.Single(new Planted { Pretraining = new PretrainingList(new HashSet<string> { name, "other" }, new HashSet<string>()) }.Look());
        Assert.Equal(("pretraining", AuditSeverity.Leak, 1), (finding.Kind, finding.Severity, finding.Count));
        Assert.Equal(["test"], finding.Parts);
    }

    [Fact]
    public void Look_ImageInAPretrainingList_IsANoteWhereItIsTrainedOn()
    {
        var planted = new Planted();
        planted.Pretraining = new PretrainingList(new HashSet<string>(), new HashSet<string> { planted.Image(1).PixelHash });
        var finding = Assert.Single(planted.Look());
        Assert.Equal(("pretraining", AuditSeverity.Note), (finding.Kind, finding.Severity));
        Assert.Equal(["train"], finding.Parts);
    }
}
