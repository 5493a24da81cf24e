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

    [Fact]
    public void Make_WithoutTheColumn_SaysWhichThereAre()
    {
        var error = Assert.Throws<DataFormatException>(() => Screening.Make(new IndexTable("reports", ["id", "text"], [])));

        Assert.Equal("reports: there is no column 'report'. The columns are id, text.", error.Message);
    }
}
