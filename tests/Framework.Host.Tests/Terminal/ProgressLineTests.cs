using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

public sealed class ProgressLineTests
{
    private const string Detail = "epoch 6, step 231 of 368, loss 0.64, learning rate 0.001, 181 cases/s";

    [Theory]
    [InlineData(200, "classify.0.0  ━━━━━━━━━━━━━━━─────────  63 %  0:00:12 left  epoch 6, step 231 of 368, loss 0.64, learning rate 0.001, 181 cases/s")]
    [InlineData(80, "classify.0.0  ━━━━━━━━────  63 %  0:00:12 left  epoch 6, step 231 of 368")]
    [InlineData(60, "classify.0.0  ━━━━━───  63 %  0:00:12 left  epoch 6")]
    [InlineData(40, "classify.0.0  63 %  0:00:12 left")]
    [InlineData(20, "classify.0.0  63 %")]
    [InlineData(14, "cla…0.0  63 %")]
    [InlineData(3, "6%")]
    public void Of_Widths_DropsWhatMattersLeast(int columns, string expected) =>
        Assert.Equal(expected, ProgressLine.Of("classify.0.0", 0.63, "0:00:12 left", Detail, Looks.Wide(columns)));

    [Fact]
    public void Of_AnyWidth_StaysWithinIt()
    {
        for (var columns = 1; columns <= 200; columns++)
            foreach (var title in new[] { "a", "classify.0.0.untrained@a-rather-long-variant-of-the-experiment", "微小出血の段階.0.0" })
                foreach (var fraction in new double?[] { null, 0, 0.5, 1 })
                    foreach (var unicode in new[] { true, false })
                    {
                        var line = ProgressLine.Of(title, fraction, "123:00:12 left", Detail, Looks.Wide(columns) with { Unicode = unicode });
                        Assert.True(Cells.Of(line) <= Math.Max(1, columns - 1), $"{columns} columns: '{line}'");
                        Assert.True(unicode || title[0] > 0x7F || line.All(char.IsAscii), line);
                    }
    }

    [Fact]
    public void Of_EndUnknown_ShowsTheTimeSinceItBegan() =>
        Assert.Equal("reading the index  0:00:07  31 files", ProgressLine.Of("reading the index", null, "0:00:07", "31 files", Looks.Wide(80)));

    [Fact]
    public void Of_Colours_AreAroundTheBarAlone() =>
        Assert.Equal(
            "a  \e[32m[======      ]\e[0m  50 %  0:00:07 left",
            ProgressLine.Of("a", 0.5, "0:00:07 left", "", Looks.Wide(80) with { Colors = true, Unicode = false }));

    [Fact]
    public void Of_EscapesInNames_MoveNoCursor() =>
        Assert.Equal("case?[2J  50 %  1 file?", ProgressLine.Of("case\e[2J", 0.5, "", "1 file\n", Looks.Wide(40)));
}
