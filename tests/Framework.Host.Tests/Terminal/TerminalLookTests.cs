using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

public sealed class TerminalLookTests
{
    [Theory]
    [InlineData(true, "TERM=xterm", true, true)]
    [InlineData(true, "", false, false)]
    [InlineData(true, "TERM=dumb", false, false)]
    [InlineData(false, "TERM=xterm", false, false)]
    [InlineData(true, "TERM=xterm NO_COLOR=1", true, false)]
    [InlineData(true, "TERM=xterm NO_COLOR=", true, true)] // no-color.org: an empty one says nothing
    [InlineData(false, "FORCE_COLOR=1", false, true)]
    [InlineData(false, "CLICOLOR_FORCE=1", false, true)]
    [InlineData(false, "CLICOLOR_FORCE=0", false, false)]
    [InlineData(true, "TERM=xterm FORCE_COLOR=0", true, false)]
    [InlineData(true, "TERM=dumb FORCE_COLOR=1", false, true)]
    [InlineData(false, "FORCE_COLOR=1 NO_COLOR=1", false, false)]
    public void Of_Environment_SaysWhetherLinesMoveAndColoursShow(bool isTerminal, string variables, bool moves, bool colors)
    {
        var look = Of(isTerminal, variables, () => (100, 30));

        Assert.Equal((moves, colors), (look.Moves, look.Colors));
    }

    [Theory]
    [InlineData("LANG=C.UTF-8", true)]
    [InlineData("LANG=de_DE.utf8", true)]
    [InlineData("LANG=en_US.UTF-8 LC_ALL=C", false)]
    [InlineData("LANG=C LC_CTYPE=en_US.UTF-8", true)]
    [InlineData("LANG=en_US.ISO-8859-1", false)]
    [InlineData("", false)]
    public void Of_Locale_SaysWhetherLettersBeyondAsciiShow(string variables, bool unicode) => Assert.Equal(unicode, Of(true, variables, () => null).Unicode);

    [Fact]
    public void Width_IsThatOfTheTerminalNowOrTheUsualOneAndNoneOfAFile()
    {
        var columns = 100;
        var look = Of(true, "TERM=xterm", () => (columns, 30));
        columns = 60;

        Assert.Equal(60, look.Width);
        Assert.Equal(80, Of(true, "", () => null).Width);
        Assert.Null(Of(false, "", () => (100, 30)).Width);
        Assert.Equal(44, Of(false, "FRAMEWORK_COLUMNS=44", () => null).Width);
        Assert.Null(Of(false, "FRAMEWORK_COLUMNS=many", () => null).Width);
    }

    private static TerminalLook Of(bool isTerminal, string variables, Func<(int, int)?> size)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return TerminalLook.Of(isTerminal, name => values.GetValueOrDefault(name), size);
    }
}
