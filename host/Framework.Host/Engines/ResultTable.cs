using System.Globalization;
using Framework.Components.Controls;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>The figures of a run as aligned text: what it scored, on how many, and what its controls scored.</summary>
internal static class ResultTable
{
    /// <summary>The control that predicts the share of positives whatever the image shows.</summary>
    private const string Constant = "prevalence";

    /// <summary>One line a figure, under a header line.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<MetricRow> rows, IReadOnlyList<PublishedValue> published)
    {
        string[] controls = [.. rows.Select(row => row.Control).OfType<string>().Distinct()];
        string[] paper = published.Count > 0 ? ["published"] : [];
        string[] levels = rows.Any(row => row.At != LevelTables.Case) ? ["at"] : [];
        string[] spread = rows.Any(row => row.Control is null && SpreadOf(row) is not null) ? ["mean ± SD"] : [];
        string[] header = ["stage", "split", .. levels, "metric", "label", "value", .. spread, "cases", "subjects", .. controls, .. paper, ""];
        var table = rows.Where(row => row.Control is null).Select(row => Cells(row, rows, (controls, published, levels.Length > 0, spread.Length > 0))).Prepend(header).ToList();
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => table.Max(cells => cells[column].Length))];
        return [.. table.Select(cells => string.Join("  ", cells.Select((cell, column) => Pad(cell, widths[column], isText: column < 4 + levels.Length))).TrimEnd())];
    }

    /// <summary>Whether the control that looks at no image does better.</summary>
    public static bool IsWorseThanConstant(MetricRow row, IReadOnlyList<MetricRow> rows) => ConstantComparison.IsFair(row.Name)
        && rows.FirstOrDefault(other => other.Control == Constant && other.Place == row.Place) is { } constant
        && (row.HigherIsBetter ? row.Value < constant.Value : row.Value > constant.Value);

    private static string[] Cells(
        MetricRow row, IReadOnlyList<MetricRow> rows, (string[] Controls, IReadOnlyList<PublishedValue> Published, bool Levels, bool Spread) shown)
    {
        MetricRow? Beside(string control) => rows.FirstOrDefault(other => other.Control == control && other.Place == row.Place);
        var paper = shown.Published.FirstOrDefault(figure => figure.Metric == row.Name && figure.Label == row.Label);
        return
        [
            row.Variant is null ? row.Stage : $"{row.Stage}@{row.Variant}", row.Split, .. shown.Levels ? new[] { row.At } : [], row.Name, row.Label ?? "all", Value(row),
            .. shown.Spread ? new[] { SpreadOf(row) ?? "-" } : [], Count(row.Count), Count(row.Subjects),
            .. shown.Controls.Select(control => Number(Beside(control)?.Value)),
            .. shown.Published.Count > 0 ? new[] { Number(paper?.Value) } : [],
            string.Join("; ", Notes(row, rows, [.. shown.Controls.Select(Beside).OfType<MetricRow>()])),
        ];
    }

    private static IEnumerable<string> Notes(MetricRow row, IReadOnlyList<MetricRow> rows, IReadOnlyList<MetricRow> controls)
    {
        if (IsWorseThanConstant(row, rows))
            yield return "worse than constant";
        string[] alike = [.. controls.Where(control => row.IsDistinguishableFrom(control) == false).Select(control => control.Control!)];
        if (alike.Length > 0)
            yield return $"not distinguishable from {string.Join(", ", alike)}";
    }

    private static string? SpreadOf(MetricRow row) =>
        (row.Folds ?? row.Repeats) is { } spread ? $"{Number(spread.Mean)} ± {Number(spread.Sd)} ({Count(spread.Count)})" : null;

    private static string Pad(string cell, int width, bool isText) => isText ? cell.PadRight(width) : cell.PadLeft(width);

    private static string Value(MetricRow row) =>
        row is { Low: { } low, High: { } high } ? $"{Number(row.Value)} [{Number(low)}, {Number(high)}]" : Number(row.Value);

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
