using System.Globalization;
using Framework.Components.Evaluation.Intervals;
using Framework.Components.Evaluation.Readers;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines;

namespace Framework.Host.Reports;

/// <summary>Readers beside the model: points on its ROC curve, agreement, paired tests.</summary>
internal sealed class ReaderSection : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run) => run.Readers.Select(Section);

    private static ReportSection Section(ReaderResult result)
    {
        var study = result.Study;
        var labels = study.Points.Select(point => point.Label).Distinct().ToList();
        List<ReportBlock> blocks =
        [
            new TextBlock($"{result.Stage}, {result.Pool.Split}. Intervals by Wilson over subjects; p by McNemar's test on the cases that the reader called."),
            .. labels.Select(label => Figure(result, label)),
            new TableBlock(
                [.. Names("reader", "condition", "label"), .. Numbers("sensitivity", "specificity", "accuracy", "model", "p", "kappa with model", "cases")],
                [.. study.Points.Select(Row)]),
        ];
        if (study.Agreement.Count > 0)
        {
            blocks.Add(new TableBlock(
                [.. Names("label", "condition"), .. Numbers("readers", "cases", "Fleiss' kappa", "mean kappa of pairs")],
                [.. study.Agreement.Select(one => (TableCell[])[one.Label, one.Condition, $"{one.Readers}", $"{one.Count}", Text(one.FleissKappa), Text(one.MeanPairKappa)])])
            { Caption = "Agreement among readers" });
        }

        if (study.Changes.Count > 0)
        {
            blocks.Add(new TableBlock(
                [.. Names("reader", "label", "from", "to"), .. Numbers("accuracy from", "accuracy to", "difference", "p", "cases")],
                [.. study.Changes.Select(Row)])
            { Caption = "The same reader under two conditions" });
        }

        return new ReportSection(ReportPlace.Readers, "Readers", blocks);
    }

    private static FigureBlock Figure(ReaderResult result, string label) => new(
        $"readers.{result.Stage}.{result.Pool.Split}.{label}", ReaderFigure.Of(result.Pool.Table, label, result.Study.Points).ToSvg());

    private static TableCell[] Row(ReaderPoint point) =>
    [
        point.Reader, point.Condition, point.Label, Share(point.Sensitivity, point.SensitivityInterval), Share(point.Specificity, point.SpecificityInterval),
        Text(point.Accuracy), Text(point.ModelAccuracy), Text(point.P), Text(point.KappaWithModel), $"{point.Count}",
    ];

    private static TableCell[] Row(ReaderChange change)
    {
        var test = change.Accuracy;
        return
        [
            change.Reader, test.Label ?? "all", change.From, change.To, Text(test.Second), Text(test.First),
            Share(test.Difference, test is { Low: { } low, High: { } high } ? new Interval(low, high) : null), Text(test.P), $"{test.Count}",
        ];
    }

    private static TableCell Share(double value, Interval? interval) => new(Text(value), Note: interval is { } ends ? $"[{Text(ends.Low)}, {Text(ends.High)}]" : "");

    private static IEnumerable<TableColumn> Names(params string[] names) => names.Select(name => new TableColumn(name));

    private static IEnumerable<TableColumn> Numbers(params string[] names) => names.Select(name => new TableColumn(name, IsNumber: true));

    private static string Text(double value) => double.IsNaN(value) ? "-" : value.ToString("F3", CultureInfo.InvariantCulture);
}
