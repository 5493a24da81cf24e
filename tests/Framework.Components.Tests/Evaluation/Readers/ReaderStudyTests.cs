using System.Text;
using Framework.Components.Data.Tables;
using Framework.Components.Evaluation.Intervals;
using Framework.Components.Evaluation.Readers;

namespace Framework.Components.Tests.Evaluation.Readers;

public sealed class ReaderStudyTests
{
    // Cases that 3, 2, 1 and 0 of three readers call present.
    [Fact]
    public void Of_ThreeReaders_AgreeBeyondChanceAsByHand()
    {
        var model = Table.Of([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1]);
        var study = ReaderStudy.Of(model, [.. Calls("R1", "", 1, 1, 1, 0), .. Calls("R2", "", 1, 1, 0, 0), .. Calls("R3", "", 1, 0, 0, 0)]);
        var agreement = Assert.Single(study.Agreement);
        // Observed (1 + 1/3 + 1/3 + 1) / 4 = 2/3, expected 1/2.
        Assert.Equal((3, 4, 1 / 3.0), (agreement.Readers, agreement.Count, Math.Round(agreement.FleissKappa, 12)), (a, b) => a.Item1 == b.Item1 && a.Item2 == b.Item2 && Math.Abs(a.Item3 - b.Item3) < 1e-9);
        // Cohen: 0.5 for neighbours (observed 3/4, expected 1/2), 0.2 for the first and third (1/2, 3/8).
        Assert.Equal((0.5 + 0.5 + 0.2) / 3, agreement.MeanPairKappa, 1e-12);
        var first = study.Points[0];
        Assert.Equal((1.0, 0.5, 0.75, 0.5), (first.Sensitivity, first.Specificity, first.Accuracy, first.ModelAccuracy));
        Assert.Equal(Wilson.Of(1, 2, 0.95), first.SpecificityInterval);
        Assert.Equal(0.5, first.KappaWithModel, 1e-12); // 3 of 4 alike, expected 1/2
        Assert.Equal(1, first.P); // one case to none
    }

    [Fact]
    public void Of_TwoConditions_PairsEachReaderWithItself()
    {
        var model = Table.Of([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1]);
        var study = ReaderStudy.Of(model, [.. Calls("R1", "unassisted", 0, 0, 1, 1), .. Calls("R1", "assisted", 1, 1, 0, double.NaN)]);
        var change = Assert.Single(study.Changes);
        Assert.Equal(("R1", "unassisted", "assisted", 3), (change.Reader, change.From, change.To, change.Accuracy.Count));
        Assert.Equal((1.0, 0.0), (change.Accuracy.First, change.Accuracy.Second));
        Assert.Equal(0.25, change.Accuracy.P, 1e-12);
        Assert.Empty(study.Agreement);
    }

    [Fact]
    public void Of_FrozenThreshold_DecidesForTheModel()
    {
        var model = Table.Of([1, 0], [0.3, 0.1]).WithThresholds([0.2, 0.2]);
        Assert.Equal(1, Assert.Single(ReaderStudy.Of(model, [.. Calls("R1", "", 1, 1)]).Points).ModelAccuracy);
    }

    [Fact]
    public void Of_NoCaseInCommon_SaysSo() => Assert.Equal(
        "no reader called a case that is predicted here. Check that the readers' cases are of the part that is evaluated.",
        Assert.Throws<ExperimentException>(() => ReaderStudy.Of(Table.Of([1], [1]), [new ReaderCall("other", "R1", "", [1])])).Message);

    [Fact]
    public void Read_Table_HasACallForEachLabelWithAColumn()
    {
        var calls = Read("case,reader,any\nx,R1,1\ny,R1,\n", ["any", "subdural"]);
        Assert.Equal([("x", "R1", 1.0), ("y", "R1", double.NaN)], calls.Select(call => (call.Case, call.Reader, call.Calls[0])));
        Assert.All(calls, call => Assert.True(double.IsNaN(call.Calls[1])));
    }

    [Theory]
    [InlineData("case,reader,any\nx,R1,2\n", "readers.csv:2: a call is 1 for present, 0 for absent or empty; it is neither here. Correct the line.")]
    [InlineData("case,reader,any\nz,R1,1\n", "readers.csv:2: no case of the data has this line's identity. Remove the line, or check the column 'case'.")]
    [InlineData("case,reader,any\nx,,1\n", "readers.csv:2: the line names no reader. Fill in the column 'reader'.")]
    [InlineData("case,reader,any\nx,R1,1\nx,R1,0\n", "readers.csv:3: this reader has called this case already. Keep one of the lines, or name the column that tells conditions apart as 'condition'.")]
    [InlineData("case,reader,all\nx,R1,1\n", "readers.csv:1: no column is called like a label, so there are no calls. The labels are any.")]
    [InlineData("case,any\nx,1\n", "readers.csv:1: there is no column 'reader'. The columns are case, any.")]
    public void Read_BrokenTable_NamesTheLine(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DataFormatException>(() => Read(text, ["any"])).Message);

    private static IReadOnlyList<ReaderCall> Read(string text, string[] labels) => ReaderTable.Read(
        CsvTable.Parse(Encoding.UTF8.GetBytes(text), "readers.csv"), new ReaderOptions { File = "readers.csv" }, labels, name => name is "x" or "y");

    private static IEnumerable<ReaderCall> Calls(string reader, string condition, params double[] calls) =>
        calls.Select((call, i) => new ReaderCall($"case{i}", reader, condition, [call]));
}
