using System.Text.Json;
using Framework.Host.Engines;
using Framework.Host.Terminal;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Terminal;

public sealed class HostTerminalTests : IDisposable
{
    private const string Long = "a/rather/long/path/to/an/experiment.yaml:120:14: 'a component' needs 'an option' to be a number above 0; it is 'something else'.";

    private readonly StringWriter _human = new() { NewLine = "\n" };

    private readonly GoneWriter _gone = new();

    private HostTerminal Plain => new(TextWriter.Null, _human);

    public void Dispose()
    {
        _human.Dispose();
        _gone.Dispose();
    }

    [Fact]
    public void Lines_Json_CarryTheirLevelsAndAreSaidOnce()
    {
        using var json = new JsonLines(_human, new ManualTime());
        var terminal = new HostTerminal(TextWriter.Null, json);

        terminal.Line("a run");
        new PlainScreen(terminal, new ManualTime()).Warn("two cases are left out.");
        terminal.BeginWork();
        terminal.Error("first\nsecond");

        Assert.Equal(
            [("information", "a run"), ("warning", "two cases are left out."), ("error", "first"), ("error", "second")],
            _human.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(line => (line.GetProperty("level").GetString()!, line.GetProperty("message").GetString()!)));
    }

    [Theory]
    [InlineData(false, Long)]
    [InlineData(true, "\e[31m" + Long + "\e[0m")]
    public void Error_Line_StaysWholeAndIsColouredWhereColoursShow(bool colors, string written)
    {
        new HostTerminal(TextWriter.Null, _human, null, Looks.Wide(40) with { Colors = colors }).Error(Long);

        Assert.Equal(written + "\n", _human.ToString());
    }

    [Fact]
    public void Error_AfterOtherLines_StandsApart()
    {
        var terminal = Plain;

        terminal.Line("run folder: runs/a");
        terminal.Error("one.");
        terminal.Error("two.");

        Assert.Equal("run folder: runs/a\n\none.\ntwo.\n", _human.ToString());
    }

    [Fact]
    public void Error_AfterResultsOnTheSameTerminal_StandsApart()
    {
        using var both = new StringWriter { NewLine = "\n" };
        var terminal = new HostTerminal(both, both, Looks.Wide(40), Looks.Wide(40));

        terminal.Results.WriteLine("a table");
        terminal.Error("one.");

        Assert.Equal("a table\n\none.\n", both.ToString());
    }

    [Fact]
    public void Error_AfterWarningsThatScrolledAway_RepeatsThemBeforeItself()
    {
        var terminal = Plain;

        terminal.Warn("two cases are left out.");
        terminal.Warn("two cases are left out.");
        terminal.Fault("Reader: a file was read twice.");
        terminal.BeginWork();
        terminal.Warn("the last one is still on the screen.");
        terminal.Error("it broke.");
        terminal.RepeatWarnings();

        Assert.Equal(
            """
            warning: two cases are left out.
            warning: two cases are left out.
            Reader: a file was read twice.
            warning: the last one is still on the screen.

            from above: warning: two cases are left out. (said 2 times)
            from above: Reader: a file was read twice.

            it broke.

            """,
            _human.ToString());
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void RepeatWarnings_LinesAfterIt_DecideWhetherItIsFarAbove(int lines, bool isRepeated)
    {
        var terminal = Plain;

        terminal.Warn("look.");
        for (var line = 0; line < lines; line++)
            terminal.Line("a line");
        terminal.RepeatWarnings();

        Assert.Equal(isRepeated, _human.ToString().EndsWith("\n\nfrom above: warning: look.\n", StringComparison.Ordinal));
    }

    [Fact]
    public void RepeatWarnings_Alerts_AreLeftToTheCommand()
    {
        var terminal = Plain;

        terminal.Alert("a.yaml: it failed.");
        terminal.BeginWork();
        terminal.RepeatWarnings();

        Assert.Equal("warning: a.yaml: it failed.\n", _human.ToString());
    }

    [Fact]
    public void Say_AnotherProcessListens_IsSaidOnceWithoutEmptyLines()
    {
        var terminal = Plain;
        terminal.IsOverheard = true;

        terminal.Warn("look.");
        terminal.BeginWork();
        terminal.Line("a line");
        terminal.Error("it broke.");

        Assert.Equal("warning: look.\na line\nit broke.\n", _human.ToString());
    }

    [Fact]
    public void Line_AboveAFooter_StandsWhereTheFooterWasAndTheFooterBelowIt()
    {
        var terminal = new HostTerminal(TextWriter.Null, _human, null, Looks.Wide(40));

        terminal.Foot(["50 %"]);
        terminal.Line("a line");
        terminal.Foot([]);

        Assert.Equal($"50 %\r\e[Ka line{Environment.NewLine}50 %\r\e[K", _human.ToString());
    }

    [Fact]
    public void SafeWriter_StreamThatIsGone_LosesTheLineAndGoesOn()
    {
        var terminal = new HostTerminal(TextWriter.Null, new SafeWriter(_gone));
        terminal.Line("a line");
        terminal.Error("it broke.");

        Assert.Equal(3, _gone.Tries);
    }

    /// <summary>A terminal that was closed.</summary>
    private sealed class GoneWriter : StringWriter
    {
        public int Tries { get; private set; }

        public override void Write(string? value)
        {
            Tries++;
            throw new IOException("Input/output error");
        }

        public override void WriteLine(string? value) => Write(value);
    }
}
