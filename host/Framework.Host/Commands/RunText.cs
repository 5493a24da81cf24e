using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>How a run came out, in words.</summary>
internal static class RunText
{
    /// <summary>Shows figures, variants and verdicts.</summary>
    public static void Show(RunFolder run, IReadOnlyList<PublishedValue> published, HostTerminal terminal)
    {
        foreach (var line in ResultTable.Lines(run.Metrics ?? [], published))
            terminal.Line(line);
        foreach (var line in TextTable.Lines(VariantTable.Rows(run)))
            terminal.Line(line);
        foreach (var line in Verdicts.Lines(run.Verdicts))
            terminal.Line(line);
        foreach (var verdict in run.Verdicts.Where(verdict => verdict.FailsRun))
            terminal.Error($"{verdict.Stage}: the control '{verdict.Control}' must pass and did not. Look into that before you believe a score; everything is written.");
    }
}
