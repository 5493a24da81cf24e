using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>How a run came out, in words.</summary>
internal static class RunText
{
    /// <summary>Shows figures, variants and verdicts.</summary>
    /// <param name="run">The run.</param>
    /// <param name="published">Figures to stand beside its own.</param>
    /// <param name="terminal">Where.</param>
    public static void Show(RunFolder run, IReadOnlyList<PublishedValue> published, HostTerminal terminal)
    {
        foreach (var line in ResultTable.Lines(run.Metrics ?? [], published, terminal.Width))
            terminal.Line(line);
        foreach (var line in TextTable.Lines(VariantTable.Rows(run), terminal.Width, titles: 4))
            terminal.Line(line);
        foreach (var line in Verdicts.Lines(run.Verdicts))
            terminal.Line(line);
    }

    /// <summary>Says which controls must pass and did not: last of all, so that one sees it.</summary>
    public static void Judge(RunFolder run, HostTerminal terminal)
    {
        foreach (var verdict in run.Verdicts.Where(verdict => verdict.FailsRun))
            terminal.Error($"{verdict.Stage}: the control '{verdict.Control}' must pass and did not. Look into that before you believe a score; everything is written.");
    }
}
