using System.Text.RegularExpressions;
using Framework.Host.Runs;
using Framework.Host.Terminal;

namespace Framework.Host.Tests.Processes;

/// <summary>The program in real terminals and pipes.</summary>
public sealed partial class TerminalProcessTests : IDisposable
{
    private readonly TinyStudy _study = new();

    public void Dispose() => _study.Dispose();

    [PseudoTerminalFact]
    public async Task Run_NarrowTerminal_DrawsProgressInOneRowAndEndsWithTheTable()
    {
        var (code, written) = await PseudoTerminal.Run(_study.Path, 40, $"'{HostProcess.Executable}' {string.Join(' ', HostProcess.RunTiny)}");

        Assert.True(code == 0, written);
        var drawn = Drawn().Matches(written).Select(match => Sequences().Replace(match.Value, "")).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(drawn);
        Assert.All(drawn, line => Assert.True(Cells.Of(line) < 40, $"'{line}'"));
        var left = Sequences().Replace(Erased().Replace(written, ""), "").Split('\n');
        Assert.Contains("log-loss, all", left);
        Assert.Contains(left, line => LogLoss().IsMatch(line));
    }

    [PseudoTerminalFact]
    public async Task Catalogue_Widths_NoLineIsWider()
    {
        foreach (var columns in new[] { 200, 80, 60, 40 })
        {
            foreach (var command in new[] { "components --interface metric --quiet", "describe windows", "run --help", "--help" })
            {
                var (code, written) = await PseudoTerminal.Run(_study.Path, columns, $"'{HostProcess.Executable}' {command}");

                Assert.Equal(0, code);
                // An example is one line of YAML, to copy; what follows a word that is too long stands below it.
                var lines = Sequences().Replace(written, "").Split('\n').TakeWhile(line => line != "example").ToList();
                Assert.All(lines, line => Assert.True(Cells.Of(line) <= columns, $"{command}, {columns} columns: '{line}'"));
            }
        }
    }

    [Fact]
    public async Task Listing_ReaderGone_EndsInSilence()
    {
        var (code, output) = await ProgramRun.Of(_study.Path, "bash", "-c", $"set -o pipefail; '{HostProcess.Executable}' components 2>&1 | head -n 1");

        Assert.Equal(0, code);
        Assert.StartsWith("INTERFACE", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task Run_ReaderGone_GoesOnToItsEnd()
    {
        var (code, _) = await ProgramRun.Of(_study.Path, "bash", "-c", $"set -o pipefail; '{HostProcess.Executable}' {string.Join(' ', HostProcess.RunTiny)} 2>&1 | head -n 1");

        Assert.Equal(0, code);
        Assert.True(RunFolder.TryOpen(_study.Run)!.IsFinished);
    }

    /// <summary>What was drawn in place: from one erasure, or the beginning of a row, to the next erasure.</summary>
    [GeneratedRegex(@"[^\n\r]*(?=\r\e\[(K|\d+A\e\[J))")]
    private static partial Regex Drawn();

    [GeneratedRegex(@"[^\n]*\r\e\[(K|\d+A\e\[J)")]
    private static partial Regex Erased();

    [GeneratedRegex(@"\e(\[[0-9;?]*[A-Za-z]|=)")]
    private static partial Regex Sequences();

    [GeneratedRegex(@"^  value \[95 %\]: \d\.\d{3} \[\d\.\d{3}, \d\.\d{3}\]$|^  value: \d\.\d{3}$")]
    private static partial Regex LogLoss();
}
