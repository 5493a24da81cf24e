using System.Globalization;
using Framework.Components.Evaluation;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>How much figures vary over folds and repeats, and which differences from controls are no greater than that.</summary>
internal sealed class SpreadSection : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var rows = run.Rows.Where(row => row.Control is null && (row.Folds ?? row.Repeats) is not null).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new ReportSection(ReportPlace.Scores, "Spread over folds and repeats",
        [
            new TextBlock("Mean and sample standard deviation. A control is not distinguishable where the difference of the means is within the greater of both standard deviations."),
            new TableBlock(
                [new("stage"), new("split"), new("at"), new("metric"), new("label"), new("folds", true), new("repeats", true), new("not distinguishable from")],
                [.. rows.Select(row => Cells(row, run.Rows))]),
        ]);
    }

    private static TableCell[] Cells(MetricRow row, IReadOnlyList<MetricRow> rows)
    {
        var alike = rows.Where(other => other.Control is not null && other.Place == row.Place && row.IsDistinguishableFrom(other) == false).Select(other => other.Control!);
        return [row.Variant is { } variant ? $"{row.Stage}, {variant}" : row.Stage, row.Split, row.At, row.Name, row.Label ?? "all", Text(row.Folds), Text(row.Repeats), new TableCell(string.Join(", ", alike), Tone.Bad)];
    }

    private static TableCell Text(Spread? spread) => spread is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{spread.Mean:F4} ± {spread.Sd:F4} ({spread.Count})");
}
