using System.Globalization;
using Framework.Plugins.Ich.Tables;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Tests.Tables;

public sealed class PositiveWeightsTests
{
    private const int Slices = 752_803; // stage 2 of the challenge
    private static readonly string[] Subtypes = ["epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural", "any"];
    private static readonly int[] Positives = [3_145, 36_118, 26_205, 35_675, 47_166, 107_933];

    [Fact]
    public void Make_CountsOfThePaper_GivesItsTableTwoAndWhatAConstantScores()
    {
        var rows = new IReadOnlyList<string>[Slices];
        for (var i = 0; i < Slices; i++)
            rows[i] = Row(i);

        var table = new PositiveWeights().Make(new IndexTable("labels", ["ID", .. Subtypes], rows))[0];

        Assert.Equal(["238.37", "19.84", "27.73", "20.10", "14.96", "5.97"], table.Rows.Take(6).Select(row => row[3]));
        Assert.Equal(Positives.Select(count => count.ToString(CultureInfo.InvariantCulture)), table.Rows.Take(6).Select(row => row[1]));
        double[] losses = [.. table.Rows.Select(row => double.Parse(row[5], CultureInfo.InvariantCulture))];
        Assert.Equal([0.027, 0.193, 0.151, 0.191, 0.234, 0.411], losses.Take(6).Select(loss => Math.Round(loss, 3)));
        Assert.Equal(0.231, losses[6], 0.0005); // better than the paper's best score, 0.64680
    }

    [Fact]
    public void Make_TableOfTheChallenge_CountsSlicesAndTheirSubtypes()
    {
        string[] labels = ["100001", "000000", "010011", "000000"];
        var rows = labels.SelectMany((bits, slice) => Subtypes.Select((name, at) => (IReadOnlyList<string>)[$"ID_{slice}_{name}", bits[at].ToString()]));

        var tables = new PositiveWeights().Make(new IndexTable("stage_2_train", ["ID", "Label"], [.. rows]));

        Assert.Equal(["any", "2", "2", "1.00", "0.500000", "0.693147"], tables[0].Rows[5]);
        Assert.Equal(["intraventricular", "0", "4", "", "0.000000", "0.000000"], tables[0].Rows[2]);
        Assert.Equal([("0", "2"), ("1", "1"), ("2", "1")], tables[1].Rows.Select(row => (row[0], row[1])));
    }

    [Theory]
    [InlineData("ID_a_bruise", "1", "t:2: column 'ID': 'ID_a_bruise' is not 'ID_slice_subtype'. The sub-types are epidural, intraparenchymal, intraventricular, subarachnoid, subdural, any.")]
    [InlineData("ID_a_any", "0.5", "t:2: column 'Label': the label of 'ID_a_any' is '0.5'. It must be 0 or 1.")]
    public void Make_LineThatIsNoLabel_SaysWhere(string id, string label, string message) =>
        Assert.Equal(message, Assert.Throws<DataFormatException>(() => new PositiveWeights().Make(new IndexTable("t", ["ID", "Label"], [[id, label]]))).Message);

    [Fact]
    public void Make_NoLabels_SaysWhatColumnsThereAre() =>
        Assert.Equal("t: no column holds nothing but 0 and 1. A label does; the columns are name, age.", Assert.Throws<DataFormatException>(() => new PositiveWeights().Make(new IndexTable("t", ["name", "age"], [["a", "7"]]))).Message);

    // The first so many slices have each label: how they go together changes nothing of the counts.
    private static string[] Row(int slice) => ["s", .. Positives.Select(count => slice < count ? "1" : "0")];
}
