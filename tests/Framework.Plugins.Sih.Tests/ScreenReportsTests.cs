using Framework.Components.Data.Cohorts;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Plugins.Sih.Reports;
using Framework.Sdk;

namespace Framework.Plugins.Sih.Tests;

public sealed class ScreenReportsTests
{
    private static readonly ScreenReports Screening = new(new ScreenReportsOptions());

    [Theory]
    [InlineData("HISTORY: Headache, mass? FINDINGS: The ventricles are normal. No mass, hemorrhage or infarct. IMPRESSION: Unremarkable MRI of the brain.", "likely-normal")]
    [InlineData("Findings: No abnormal enhancement.\nImpression: No acute intracranial abnormality.", "likely-normal")]
    [InlineData("Within normal limits.", "likely-normal")]
    [InlineData("Findings: Smooth pachymeningeal enhancement.\nImpression: Findings suggest intracranial hypotension.", "needs-reading")]
    [InlineData("Findings: Normal brain. Small subdural collection cannot be excluded.", "needs-reading")]
    [InlineData("Findings: The examination was done at night.", "needs-reading")]
    [InlineData("History: normal MRI elsewhere.", "needs-reading")]
    [InlineData("", "needs-reading")]
    [InlineData("Impression: Unremarkable apart from a pineal cyst.", "needs-reading")]
    public void Screen_AReport_IsFlagged(string report, string flag) => Assert.Equal(flag, Screening.Screen(report).Flag);

    [Fact]
    public void Make_ATable_GivesNoLabel()
    {
        var made = Screening.Make(new IndexTable("reports", ["examination", "report"], [["E1", "Unremarkable."], ["E2", "Dural enhancement."]])).Single();

        Assert.Equal(["examination", "flag", "reason", "evidence", "reviewed", "group"], made.Columns);
        Assert.Equal(["E1", "likely-normal", "nothing abnormal is asserted", "Unremarkable.", "", ""], made.Rows[0]);
        Assert.Equal(["E2", "needs-reading", "dural enhanc* is named", "Dural enhancement.", "", ""], made.Rows[1]);
    }

    [Theory]
    [InlineData(null, double.NaN)] // nobody has reviewed it: no label, whatever the filter thinks
    [InlineData("control", 0)]     // the user says that the filter's word is enough
    public void Make_LikelyNormal_IsALabelOnlyWhereTold(string? label, double expected)
    {
        var made = new ScreenReports(new ScreenReportsOptions { Label = label }).Make(new IndexTable("reports", ["examination", "report"], [["E1", "Unremarkable."], ["E2", "Dural enhancement."]])).Single();
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using var workspace = new SampleWorkspace();
            foreach (var number in new[] { 1, 2 })
                NiftiFile.Write(Path.Combine(folder, $"head{number}.nii"), workspace.Allocate([1, 2, 2, 2]));
            File.WriteAllLines(Path.Combine(folder, "flagged.csv"), made.Rows.Prepend(made.Columns).Select((row, i) => $"{string.Join(',', row)},{(i == 0 ? "scan" : $"head{i}.nii")}"));
            var cohort = new CohortSource(new CohortOptions
            {
                Root = folder,
                Tables = ["flagged.csv"],
                Subject = "examination",
                Case = "examination",
                Images = new Dictionary<string, ImageColumn> { ["image"] = new() { Column = "scan" } },
                Labels = new Dictionary<string, LabelColumn> { ["sih"] = new() { Column = "group", Values = new Dictionary<string, LabelValue> { ["case"] = LabelValue.Parse("1", null), ["control"] = LabelValue.Parse("0", null) } } },
            });

            var index = cohort.Index(new IndexContext { CacheFolder = folder });

            Assert.Equal([expected, double.NaN], index.Cases.Select(item => item.Labels[0]));
            Assert.Empty(index.Problems);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Make_WithoutTheColumn_SaysWhichThereAre()
    {
        var error = Assert.Throws<DataFormatException>(() => Screening.Make(new IndexTable("reports", ["id", "text"], [])));

        Assert.Equal("reports: there is no column 'report'. The columns are id, text.", error.Message);
    }
}
