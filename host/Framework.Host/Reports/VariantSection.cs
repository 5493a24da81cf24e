using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines;

namespace Framework.Host.Reports;

/// <summary>The variants of a matrix side by side.</summary>
internal sealed class VariantSection : IReportPart
{
    private const int FirstFigure = 4;

    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var rows = VariantTable.Rows(run.Folder);
        if (rows.Count == 0)
            yield break;
        var last = rows[0].Count - 1;
        yield return new ReportSection(ReportPlace.Scores, "Variants",
        [
            new TextBlock("Two variants are told apart where the mean of their differences over folds and repeats exceeds the standard deviation of these differences."),
            new TableBlock(
                [.. rows[0].Select((heading, at) => new TableColumn(heading, at >= FirstFigure && at < last))],
                [.. rows.Skip(1).Select(row => (IReadOnlyList<TableCell>)[.. row.Select(cell => (TableCell)cell)])]),
        ]);
    }
}
