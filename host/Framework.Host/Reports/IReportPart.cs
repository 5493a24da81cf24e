using Framework.Components.Reporting;

namespace Framework.Host.Reports;

/// <summary>Something that has sections to add to a run's report. <see cref="ReportParts"/> lists them all.</summary>
internal interface IReportPart
{
    /// <summary>The sections; none where there is nothing to say.</summary>
    /// <param name="run">The run as its folder has it.</param>
    IEnumerable<ReportSection> Sections(ReportedRun run);
}
