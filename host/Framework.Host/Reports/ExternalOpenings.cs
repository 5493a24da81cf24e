using System.Globalization;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines.External;

namespace Framework.Host.Reports;

/// <summary>Every opening of the external set, with its reason: a figure of the first is an independent one, a figure of the next is not.</summary>
internal sealed class ExternalOpenings : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var openings = OpeningLog.Of(run.Folder);
        if (openings.Count == 0)
            yield break;
        var lines = openings.Select(opening => new TextBlock(string.Create(
            CultureInfo.InvariantCulture,
            $"{opening.Time:yyyy-MM-dd HH:mm} UTC, {opening.Cases:N0} cases of {opening.Subjects:N0} subjects, model {opening.Model[..12]}: {opening.Reason}")));
        var warning = openings.Count == 1 ? [] : new[] { new WarningBlock($"The external set was opened {openings.Count} times: the later figures are not independent of the earlier ones.") };
        yield return new ReportSection(ReportPlace.External, "The external set", [.. warning, .. lines]);
    }
}
