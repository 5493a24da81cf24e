using Framework.Host.Terminal;

namespace Framework.Host.Tests.Commands;

public sealed class HostTerminalTests
{
    private const string Long = "a/rather/long/path/to/an/experiment.yaml:120:14: 'a component' needs 'an option' to be a number above 0; it is 'something else'.";

    [Theory]
    [InlineData(false, true, Long)]
    [InlineData(true, false, Long)] // NO_COLOR
    [InlineData(true, true, "\e[31m" + Long + "\e[0m")]
    public void Error_Line_StaysWholeAndIsColouredOnlyForAPersonWhoWantsIt(bool interactive, bool color, string written)
    {
        using var human = new StringWriter();

        new HostTerminal(TextWriter.Null, human, interactive, color).Error(Long);

        Assert.Equal(written + Environment.NewLine, human.ToString());
    }
}
