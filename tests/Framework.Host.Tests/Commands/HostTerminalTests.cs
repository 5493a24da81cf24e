using System.Text.Json;
using Framework.Host.Engines;
using Framework.Host.Terminal;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Commands;

public sealed class HostTerminalTests
{
    private const string Long = "a/rather/long/path/to/an/experiment.yaml:120:14: 'a component' needs 'an option' to be a number above 0; it is 'something else'.";

    [Fact]
    public void Lines_Json_CarryTheirLevels()
    {
        using var written = new StringWriter { NewLine = "\n" };
        using var json = new JsonLines(written, new ManualTime());
        var terminal = new HostTerminal(TextWriter.Null, json, isInteractive: false);

        terminal.Line("a run");
        new PlainScreen(terminal, new ManualTime()).Warn("two cases are left out.");
        terminal.Error("first\nsecond");

        Assert.Equal(
            [("information", "a run"), ("warning", "two cases are left out."), ("error", "first"), ("error", "second")],
            written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(line => (line.GetProperty("level").GetString()!, line.GetProperty("message").GetString()!)));
    }

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
