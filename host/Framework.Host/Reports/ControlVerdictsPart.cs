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
            .. run.Folder.Verdicts.Select(verdict => new VerdictBlock(Subject(run, verdict.Stage, verdict.Control), verdict.Passed, verdict.Words)),
            .. LearningCurve.Of(run).Select(curve => new FigureBlock(curve.File, curve.Plot.ToSvg())),
        ];
        if (blocks.Length > 0)
            yield return new ReportSection(ReportPlace.Verdicts, "What the controls say", blocks);
    }

    private static string Subject(ReportedRun run, string stage, string control) => run.Experiment.Stages.Count > 1 ? $"{stage}, {control}" : control;
}
