using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

public sealed class CellsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("any", 3)]
    [InlineData("±", 1)]
    [InlineData("微小出血", 8)]
    [InlineData("뇌출혈", 6)]
    [InlineData("e\u0301", 1)] // e and a combining acute
    [InlineData("\u200bany", 3)] // zero width space
    [InlineData("🧠", 2)]
    public void Of_Text_CountsColumns(string text, int columns) => Assert.Equal(columns, Cells.Of(text));

    [Theory]
    [InlineData("classify.0.0", 12, "classify.0.0")]
    [InlineData("classify.0.0.untrained", 12, "classi…ained")]
    [InlineData("微小出血の段階.0.0", 9, "微小….0.0")]
    [InlineData("classify", 2, "cl")]
    [InlineData("classify", 0, "")]
    public void Cut_Long_KeepsBothEnds(string text, int width, string cut)
    {
        Assert.Equal(cut, Cells.Cut(text, width, "…"));
        Assert.InRange(Cells.Of(cut), 0, width);
    }

    [Theory]
    [InlineData("出血", false, "出血  |")]
    [InlineData("出血", true, "  出血|")]
    [InlineData("longer than that", false, "longer than that|")]
    public void Pad_Wide_FillsColumnsAndNotLetters(string text, bool right, string padded) => Assert.Equal(padded, Cells.Pad(text, 6, right) + "|");

    [Fact]
    public void Clean_EscapesAndBreaks_MoveNoCursor() => Assert.Equal("case?[2J?1", Cells.Clean("case\e[2J\n1"));
}
