using Framework.Plugins.DeepSpine.Tables;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tests;

public sealed class LevelTableTests
{
    private static readonly string[] Columns = ["case", "output.canal.none", "output.canal.mild", "output.canal.moderate", "output.canal.severe", "output.flavum.absent", "output.flavum.present"];

    [Fact]
    public void Make_OfPredictions_HasARowForEachDiscFromAbove()
    {
        var made = new LevelTable(new LevelTableOptions()).Make(new IndexTable("p.csv", Columns,
        [
            ["S2 L5-S1", "0.1", "0.2", "0.3", "0.4", "0.7", "0.3"],
            ["S1 L4-L5", "0.05", "0.15", "0.71", "0.09", "0.2", "0.8"],
            ["S2 L1-L2", "0.9", "0.1", "0", "0", "1", "0"],
        ]));

        Assert.Equal(["studies", "S1", "S2"], made.Select(table => table.Name));
        Assert.Equal(["study", "level", "canal stenosis", "ligamentum flavum thickening"], made[0].Columns);
        Assert.Equal([["S1", "L4-L5", "moderate 71 %", "present 80 %"], ["S2", "L1-L2", "none 90 %", "-"], ["S2", "L5-S1", "severe 40 % ?", "-"]], made[0].Rows);
        Assert.Equal([["L1-L2", "none 90 %", "-"], ["L5-S1", "severe 40 % ?", "-"]], made[2].Rows);
    }

    [Theory]
    [InlineData("a1b2", "0.5", "p.csv: the case 'a1b2' does not end in a level, L1-L2 to L5-S1. Keep the data's own names by data.identifiers: keep, or name the column by 'case'.")]
    [InlineData("S1 L4-L5", "x", "p.csv: 'x' is no probability. Give the table that 'framework predict' wrote.")]
    public void Make_OfOtherTables_SaysWhatWouldBeRight(string name, string share, string message)
    {
        var error = Assert.Throws<DataFormatException>(() => new LevelTable(new LevelTableOptions()).Make(new IndexTable("p.csv", Columns, [[name, "0", "0", "0", share, "1", "0"]])));

        Assert.Equal(message, error.Message);
    }
}
