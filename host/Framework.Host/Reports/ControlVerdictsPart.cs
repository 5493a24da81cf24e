using Framework.Components.Controls;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;

namespace Framework.Host.Reports;

/// <summary>What the controls say of the run, and the learning curve of its subsets.</summary>
internal sealed class ControlVerdictsPart : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        ReportBlock[] blocks =
        [
            .. run.Folder.Verdicts.Select(verdict => new VerdictBlock(Subject(run, verdict), verdict.Passed, verdict.Words)),
            .. LearningCurve.Of(run).Select(curve => new FigureBlock(curve.File, curve.Plot.ToSvg())),
        ];
        if (blocks.Length > 0)
            yield return new ReportSection(ReportPlace.Verdicts, "What the controls say", blocks);
    }

    private static string Subject(ReportedRun run, ControlVerdict verdict) =>
        $"{(run.Experiment.Stages.Count > 1 ? $"{verdict.Stage}, " : "")}{(verdict.Variant is { } variant ? $"{variant}, " : "")}{verdict.Control}";
}
