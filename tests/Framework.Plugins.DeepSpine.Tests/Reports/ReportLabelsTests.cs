using Framework.Plugins.DeepSpine.Reports;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tests.Reports;

public sealed class ReportLabelsTests
{
    private static readonly IndexTable Table = new("reports", ["study", "report"], [["S1", "L4-L5: Mild to moderate canal stenosis. Possible disc bulge."]]);

    [Fact]
    public void Make_AReport_GivesARowForEachDisc()
    {
        var made = new ReportLabels(new ReportLabelsOptions()).Make(Table);

        Assert.Equal(["labels", "evidence", "sample"], made.Select(table => table.Name));
        Assert.Equal(["study", "level", "case", "left_foraminal", "right_foraminal", "canal", "disc_bulge", "disc_osteophyte", "left_facet", "right_facet", "flavum", "lipomatosis"], made[0].Columns);
        Assert.Equal(["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"], made[0].Rows.Select(row => row[1]));
        Assert.Equal(["S1", "L4-L5", "S1 L4-L5", "", "", "moderate", "", "", "", "", "", ""], made[0].Rows[3]);
    }

    [Fact]
    public void Make_AReport_KeepsTheSentenceOfEachLabel()
    {
        var made = new ReportLabels(new ReportLabelsOptions()).Make(Table);

        Assert.Equal([["S1", "L4-L5", "canal", "moderate", "L4-L5: Mild to moderate canal stenosis."], ["S1", "L4-L5", "disc_bulge", "", "Possible disc bulge."]], made[1].Rows);
        Assert.Equal([["S1", "L4-L5", "canal", "moderate", "L4-L5: Mild to moderate canal stenosis.", ""]], made[2].Rows);
    }

    [Theory]
    [InlineData(Compound.Up, Doubt.Present, Undecided.Absent, "none,none,moderate,present,absent,absent,absent,absent,absent")]
    [InlineData(Compound.Down, Doubt.Absent, Undecided.Missing, ",,mild,absent,,,,,")]
    public void Make_WithOptions_DecidesOtherwise(Compound compound, Doubt doubt, Undecided unmentioned, string expected)
    {
        var made = new ReportLabels(new ReportLabelsOptions { Compound = compound, Doubtful = doubt, Unmentioned = unmentioned }).Make(Table);

        Assert.Equal(expected, string.Join(',', made[0].Rows[3].Skip(3)));
    }

    [Fact]
    public void Make_ASample_TakesEachConditionAndValueInTurn()
    {
        var rows = Enumerable.Range(0, 20).Select(i => (IReadOnlyList<string>)[$"S{i}", i == 0 ? "L4-L5: Severe canal stenosis." : "L4-L5: Mild canal stenosis."]).ToList();

        var sample = new ReportLabels(new ReportLabelsOptions { Sample = 2 }).Make(new IndexTable("reports", ["study", "report"], rows))[2];

        Assert.Equal(["mild", "severe"], sample.Rows.Select(row => row[3]).Order());
    }

    [Fact]
    public void Make_WithoutTheColumn_SaysWhichThereAre()
    {
        var error = Assert.Throws<DataFormatException>(() => new ReportLabels(new ReportLabelsOptions()).Make(new IndexTable("reports", ["study", "text"], [])));

        Assert.Equal("reports: there is no column 'report'. The columns are study, text.", error.Message);
    }
}
