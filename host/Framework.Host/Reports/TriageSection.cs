using System.Globalization;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines.Triage;

namespace Framework.Host.Reports;

/// <summary>Operating points of series and subjects: what would be found, and how many would be put in front of the others.</summary>
internal sealed class TriageSection : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        if (run.Triage.Count == 0)
            yield break;
        yield return new ReportSection(ReportPlace.Decisions, "Triage",
        [
            new TextBlock("Each threshold is the highest that finds such a share of the validation part's positives, at that level; what it does is counted on the test part, which nothing was chosen on."),
            new TableBlock(
                [new("stage"), new("a"), new("label"), new("sensitivity chosen", true), new("sensitivity", true), new("specificity", true), new("flagged", true)],
                [.. run.Triage.Select(Row)]),
        ]);
    }

    private static IReadOnlyList<TableCell> Row(TriagePoint point) =>
    [
        point.Variant is { } variant ? $"{point.Stage}@{variant}" : point.Stage, point.At, point.Label, Percent(point.Asked),
        Share(point.Calls.Sensitivity, point.Calls.TruePositives, point.Calls.Positives),
        Share(point.Calls.Specificity, point.Calls.TrueNegatives, point.Calls.Negatives),
        Share(point.Flagged, point.Calls.TruePositives + point.Calls.FalsePositives, point.Calls.Total),
    ];

    private static TableCell Share(double share, double part, double all) => new(Percent(share), Tone.Plain, string.Create(CultureInfo.InvariantCulture, $"{part:N0} of {all:N0}"));

    private static string Percent(double share) => double.IsNaN(share) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
