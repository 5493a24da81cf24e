using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

public sealed class TextTableTests
{
    private static readonly string[][] Figures =
    [
        ["stage", "part", "metric", "label", "value"],
        ["classify", "test", "auroc", "any", "0.912 [0.800, 0.950]"],
        ["classify", "test", "log-loss", "all", "12.5"],
        ["classify", "test", "brier", "微小出血", "-"],
    ];

    private static readonly string[][] Catalogue =
    [
        ["INTERFACE", "NAME", "DOES"],
        ["transform", "windows", "Maps each window of a CT slice to one channel between nought and one."],
        ["model", "resnet", "A residual network."],
    ];

    [Fact]
    public void Lines_Room_AlignsWordsLeftAndNumbersByTheirPoints() =>
        Assert.Equal(
            [
                "stage     part  metric    label                     value",
                "classify  test  auroc     any        0.912 [0.800, 0.950]",
                "classify  test  log-loss  all       12.5",
                "classify  test  brier     微小出血                      -",
            ],
            TextTable.Lines(Figures, 60));

    [Fact]
    public void Lines_SharedColumns_MoveAboveTheTable() =>
        Assert.Equal(
            [
                "all: stage classify, part test",
                "metric    label                     value",
                "auroc     any        0.912 [0.800, 0.950]",
                "log-loss  all       12.5",
                "brier     微小出血                      -",
            ],
            TextTable.Lines(Figures, 45));

    [Fact]
    public void Lines_LongLastColumn_IsBrokenBelowItself() =>
        Assert.Equal(
            [
                "INTERFACE  NAME     DOES",
                "transform  windows  Maps each window of a CT",
                "                    slice to one channel",
                "                    between nought and one.",
                "model      resnet   A residual network.",
            ],
            TextTable.Lines(Catalogue, 44));

    [Fact]
    public void Lines_NoRoom_MakesEachRowABlock() =>
        Assert.Equal(
            [
                "all: stage classify,",
                "  part test",
                "auroc, any",
                "  value: 0.912",
                "    [0.800, 0.950]",
                "log-loss, all",
                "  value: 12.5",
                "brier, 微小出血",
                "  value: -",
            ],
            TextTable.Lines(Figures, 20, titles: 4));

    [Fact]
    public void Lines_AnyWidth_NoLineIsWiderThanItsLongestWordOrTheTerminal()
    {
        for (var columns = 12; columns <= 200; columns++)
            foreach (var rows in new[] { Figures, Catalogue })
                Assert.All(TextTable.Lines(rows, columns), line => Assert.True(Cells.Of(line) <= columns, $"{columns} columns: '{line}'"));
    }

    [Fact]
    public void Lines_AnyWidth_EveryCellIsThere()
    {
        for (var columns = 12; columns <= 200; columns++)
        {
            var shown = string.Join(' ', TextTable.Lines(Catalogue, columns).Select(line => line.Trim()));
            foreach (var word in Catalogue.Skip(1).SelectMany(row => row).SelectMany(cell => cell.Split(' ')))
                Assert.Contains(word, shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lines_NoTerminal_AreAsWideAsTheyAre() => Assert.Equal(3, TextTable.Lines(Catalogue, null).Count());

    [Fact]
    public void Headless_RowsWithoutAHead_AreAlignedToo() =>
        Assert.Equal(["works   libtorch  2.7", "BROKEN  GPU"], TextTable.Headless([["works", "libtorch", "2.7"], ["BROKEN", "GPU"]], null));

    [Fact]
    public void Lines_NothingToShow_AreNone() => Assert.Empty(TextTable.Lines([], 80));
}
