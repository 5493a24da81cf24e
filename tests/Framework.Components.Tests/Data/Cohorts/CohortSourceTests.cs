using Framework.Components.Data.Cohorts;

namespace Framework.Components.Tests.Data.Cohorts;

public sealed class CohortSourceTests : IDisposable
{
    private readonly CohortFolder _folder = new("a/1.png", "a/2.png", "b/3.png", "b/4.png", "b/mask.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_MappedColumns_GiveCasesWithLabelsSitesAndFacts()
    {
        _folder.Write("cohort.csv", "patient,scan,centre,dsm,field,study\np1,a/1.png,north,definite,3,s1\np1,a/2.png,north,none,1.5,s1\np2,b/3.png,south,indeterminate,3,s2\np3,b/4.png,south,,3,s3\n");

        var index = CohortFolder.Index(_folder.Options() with
        {
            Site = "centre",
            Study = "study",
            Labels = new Dictionary<string, LabelColumn>
            {
                ["fistula"] = new() { Column = "dsm", Values = new Dictionary<string, LabelValue> { ["definite"] = new(1), ["none"] = new(0), ["indeterminate"] = new(double.NaN) } },
                ["tesla"] = LabelColumn.Parse("field", null),
            },
            Attributes = ["field"],
        });

        Assert.Empty(index.Problems);
        Assert.Equal(["fistula", "tesla"], index.Labels);
        Assert.Equal(
            ["a/1.png p1 north s1 1 3 3", "a/2.png p1 north s1 0 1.5 1.5", "b/3.png p2 south s2 NaN 3 3", "b/4.png p3 south s3 NaN 3 3"],
            index.Cases.Select(item => FormattableString.Invariant($"{item.Id} {item.Subject} {item.Site} {item.Study} {item.Labels[0]} {item.Labels[1]} {item.Attributes["field"]}")));
        Assert.Equal(DataFingerprint.Of(index.Labels, index.Cases), index.Fingerprint);
    }

    [Fact]
    public void Index_SeveralTables_AreReadOneAfterTheOther()
    {
        _folder.Write("cases.csv", "patient,scan\np1,a/1.png\n");
        _folder.Write("controls.csv", "scan,other,patient\na/2.png,x,p2\n");

        var index = CohortFolder.Index(_folder.Options() with { Tables = ["cases.csv", "controls.csv"] });

        Assert.Equal(["p1", "p2"], index.Cases.Select(item => item.Subject));
        Assert.Empty(index.Problems);
    }

    [Fact]
    public void Index_Exclusions_AreCountedStepByStep()
    {
        _folder.Write("cohort.csv", "patient,scan,slec,age,dsm\np1,a/1.png,yes,40,none\np2,a/2.png,no,17,none\np3,b/3.png,no,44,indeterminate\np3,b/4.png,no,44,none\np4,b/missing.png,no,50,none\n");

        var index = CohortFolder.Index(_folder.Options() with
        {
            Exclude =
            [
                new() { Column = "slec", Is = ["yes"], Reason = "leak seen on MRI" },
                new() { Column = "age", Below = 18 },
                new() { Column = "dsm", IsNot = ["none", "definite"] },
            ],
        });

        Assert.Equal(
            [new("rows of the tables", 0, 5, 4), new("leak seen on MRI", 1, 4, 3), new("age is below 18", 1, 3, 2), new("dsm is not none, definite", 1, 2, 2), new FlowStep("cannot be used", 1, 1, 1)],
            index.Flow);
        Assert.Equal(["b/4.png"], index.Cases.Select(item => item.Id));
    }

    [Fact]
    public void Index_ContradictionsBetweenRows_AreProblemsOfTheLaterOne()
    {
        _folder.Write("cohort.csv", "id,patient,scan,centre\n1,p1,a/1.png,north\n1,p1,a/2.png,north\n2,p1,b/3.png,south\n3,p2,a/1.png,north\n4,p2,b/4.png,north\n");

        var index = CohortFolder.Index(_folder.Options() with { Case = "id", Site = "centre" });

        Assert.Equal(
            ["cohort.csv:3: the case stands in cohort.csv:2 already. Remove one of the two rows.",
             "cohort.csv:4: the subject's site is another one in cohort.csv:2. A subject has one site.",
             "cohort.csv:5: 'scan' names an image that belongs to another subject in cohort.csv:2. It would leak from one part of the split into another."],
            index.Problems.Select(problem => problem.ToString()));
        Assert.Equal(["1", "4"], index.Cases.Select(item => item.Id));
    }

    [Theory]
    [InlineData(",a/1.png,1,30", "'patient' is empty, so the case cannot be kept apart from others of the same patient. Fill it in.")]
    [InlineData("p1,,1,30", "'scan' is empty. Fill in the path, leave the row out by 'exclude'.")]
    [InlineData("p1,../other/x.png,1,30", "'scan' leads out of the data's root. Paths are relative to it.")]
    [InlineData("p1,a/9.png,1,30", "'scan' names a file or folder that is not there. Copy it below the data's root, or correct the path.")]
    [InlineData("p1,a/1.png,maybe,30", "'bleed' holds something else than the label 'bleed' takes: a number. Correct it, or add the word to 'values' or 'missing'.")]
    [InlineData("p1,a/1.png,1,old", "'age' is no number, so it cannot be said whether the row is left out. Correct it, or leave such rows out by 'is'.")]
    [InlineData("p1,a/1.png,1", "the line has 3 fields; the header has 4. Put a field that holds the delimiter in quotes.")]
    public void Index_RowThatCannotBeUsed_IsAProblemWithFileAndLine(string row, string message)
    {
        _folder.Write("cohort.csv", $"patient,scan,bleed,age\np0,a/2.png,0,30\n{row}\n");

        var index = CohortFolder.Index(_folder.Options() with
        {
            Labels = new Dictionary<string, LabelColumn> { ["bleed"] = LabelColumn.Parse("bleed", null) },
            Exclude = [new() { Column = "age", Below = 18 }],
        });

        Assert.Equal("cohort.csv:3: " + message, Assert.Single(index.Problems).ToString());
        Assert.Equal(["p0"], index.Cases.Select(item => item.Subject));
    }

    [Fact]
    public void Index_SeveralColumnsMissing_NamesThemAll()
    {
        _folder.Write("cohort.csv", "patient,path\n");

        var error = Assert.Throws<DataFormatException>(() => CohortFolder.Index(_folder.Options() with { Site = "centre" }));

        Assert.Equal("cohort.csv:1: there are no columns 'centre', 'scan'. The columns are patient, path.", error.Message);
    }

    [Fact]
    public void Load_NamedImages_HaveTheirValuesAndOptionalOnesMayBeAbsent()
    {
        _folder.Write("cohort.csv", "patient,scan,lesions\np1,b/4.png,b/mask.png\np2,a/1.png,\n");
        var source = new CohortSource(_folder.Options() with
        {
            Images = new Dictionary<string, ImageColumn> { ["mask"] = new() { Column = "lesions", Optional = true }, ["image"] = new() { Column = "scan" } },
        });
        var cases = source.Index(new IndexContext { CacheFolder = _folder.Path }).Cases;
        using var workspace = new SampleWorkspace();

        var first = source.Load(cases[0], workspace);
        var second = source.Load(cases[1], workspace);

        Assert.Equal([3f, 103], first.Image.Pixels.ToArray());
        Assert.Equal([4f, 104], first["mask"].Pixels.ToArray());
        Assert.Equal(["image"], second.Images.Select(pair => pair.Name));
    }

    [Fact]
    public void Load_DamagedFile_IsNamedRelativeToTheRoot()
    {
        _folder.Write("cohort.csv", "patient,scan\np1,a/1.png\n");
        var source = new CohortSource(_folder.Options());
        var item = source.Index(new IndexContext { CacheFolder = _folder.Path }).Cases[0];
        _folder.Write("a/1.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);
        using var workspace = new SampleWorkspace();

        var error = Assert.Throws<DataFormatException>(() => source.Load(item, workspace));

        Assert.Equal("a/1.png: the picture is damaged: the file is cut off. Export the picture again, or set data.on_error: quarantine to leave such cases out.", error.Message);
    }

    [Fact]
    public void Index_NoSuchRoot_SaysWhatToSet()
    {
        var error = Assert.Throws<DataFormatException>(() => CohortFolder.Index(_folder.Options() with { Root = "/nowhere" }));

        Assert.Equal("/nowhere: the folder is not there. Set data.root to the folder that holds 'cohort.csv'.", error.Message);
    }
}
