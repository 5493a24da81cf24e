using System.Globalization;
using Framework.Components.Audit;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Sdk;

namespace Framework.Host.Reports;

/// <summary>Labels of unseen cases that the run does not believe: perhaps the label is wrong, perhaps the model.</summary>
internal sealed class SuspectLabelsPart : IReportPart
{
    private const int Shown = 20;

    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        foreach (var stage in run.Pooled.Where(pool => pool.Unit.Control is null).GroupBy(pool => pool.Unit.Stage))
        {
            var table = stage.Last().Table;
            var suspects = Enumerable.Range(0, table.Labels.Count).SelectMany(label => SuspectLabels.Rank(table, label)).Where(suspect => suspect.IsConfident).OrderBy(suspect => suspect.Margin).ToList();
            if (suspects.Count == 0)
                continue;
            var words = string.Create(CultureInfo.InvariantCulture,
                $"{suspects.Count:N0} labels of {stage.Last().Split} contradict what the run makes of their cases (confident learning). Have the first of them looked at again: the label may be wrong, or the model is.");
            yield return new ReportSection(ReportPlace.Audit, run.Experiment.Stages.Count > 1 ? $"Labels to look at again, {stage.Key}" : "Labels to look at again", [new TextBlock(words), Table(table, suspects)]);
        }
    }

    private static TableBlock Table(Predictions table, List<SuspectLabel> suspects) => new(
        [new TableColumn("case"), new TableColumn("label"), new TableColumn("is", IsNumber: true), new TableColumn("output", IsNumber: true)],
        [.. suspects.Take(Shown).Select(suspect => (IReadOnlyList<TableCell>)
        [
            table.Rows[suspect.Row].Case, table.Labels[suspect.Label],
            table.Target(suspect.Row, suspect.Label).ToString(CultureInfo.InvariantCulture), table.Output(suspect.Row, suspect.Label).ToString("F3", CultureInfo.InvariantCulture),
        ])]);
}
