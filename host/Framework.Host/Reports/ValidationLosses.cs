using System.Globalization;
using Framework.Components.Evaluation;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>The validation loss of what each fit predicts with: by stage and variant, over folds and repeats, beside what was published.</summary>
internal sealed class ValidationLosses : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var rows = Rows(run).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new ReportSection(ReportPlace.Learning, "Validation loss",
        [
            new TextBlock("The loss that was trained with, on the validation part, of the epoch that predicts. Losses with other weights of positives cannot be compared with each other; scores can."),
            new TableBlock([new("stage"), new("variant"), new("fits", true), new("mean ± SD", true), new("lowest", true), new("of"), new("published", true), new("source")], rows),
        ]);
    }

    private static IEnumerable<IReadOnlyList<TableCell>> Rows(ReportedRun run) =>
        from unit in run.Folder.Units
        where unit.Unit.Id is { Control: null, HeldOut: null }
        let loss = ContinuedUnit.ValidationLoss(unit)
        where double.IsFinite(loss)
        group (Unit: unit, Loss: loss) by (unit.Unit.Id.Stage, unit.Unit.Id.Variant) into fits
        let published = Published(run.Experiment, fits.Key.Stage, fits.Key.Variant)
        where published is not null || fits.Count() > 1
        select Row(fits.Key.Stage, fits.Key.Variant, [.. fits], published);

    private static IReadOnlyList<TableCell> Row(string stage, string? variant, IReadOnlyList<(UnitFolder Unit, double Loss)> fits, PublishedValue? published)
    {
        var (spread, lowest) = (Spread.Of(fits.Select(fit => fit.Loss)), fits.MinBy(fit => fit.Loss));
        return
        [
            stage, variant ?? "", fits.Count.ToString(CultureInfo.InvariantCulture),
            spread is null ? Number(fits[0].Loss) : $"{Number(spread.Mean)} ± {Number(spread.Sd)}", new TableCell(Number(lowest.Loss), Tone.Strong), lowest.Unit.Unit.Name,
            published is null ? "" : Number(published.Value), published?.Source ?? "",
        ];
    }

    private static PublishedValue? Published(Experiment experiment, string stage, string? variant) =>
        experiment.Published.FirstOrDefault(value => value.Metric == PublishedValue.ValidationLoss && (value.Stage ?? stage) == stage && (value.Variant ?? variant) == variant);

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
