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
        string[] header = ["stage", "split", "metric", "label", "value", "cases", "subjects", .. controls, .. paper, ""];
        var table = rows.Where(row => row.Control is null).Select(row => Cells(row, rows, controls, published)).Prepend(header).ToList();
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => table.Max(cells => cells[column].Length))];
        return [.. table.Select(cells => string.Join("  ", cells.Select((cell, column) => Pad(cell, widths[column], isText: column < 4))).TrimEnd())];
    }

    /// <summary>Whether the control that looks at no image does better.</summary>
    public static bool IsWorseThanConstant(MetricRow row, IReadOnlyList<MetricRow> rows) => ConstantComparison.IsFair(row.Name)
        && rows.FirstOrDefault(other => other.Control == Constant && other.Place == row.Place) is { } constant
        && (row.HigherIsBetter ? row.Value < constant.Value : row.Value > constant.Value);

    private static string[] Cells(MetricRow row, IReadOnlyList<MetricRow> rows, string[] controls, IReadOnlyList<PublishedValue> published)
    {
        MetricRow? Beside(string control) => rows.FirstOrDefault(other => other.Control == control && other.Place == row.Place);
        var paper = published.FirstOrDefault(figure => figure.Metric == row.Name && figure.Label == row.Label);
        return
        [
            row.Stage, row.Split, row.Name, row.Label ?? "all", Value(row), Count(row.Count), Count(row.Subjects),
            .. controls.Select(control => Number(Beside(control)?.Value)),
            .. published.Count > 0 ? new[] { Number(paper?.Value) } : [],
            IsWorseThanConstant(row, rows) ? "worse than constant" : "",
        ];
    }

    private static string Pad(string cell, int width, bool isText) => isText ? cell.PadRight(width) : cell.PadLeft(width);

    private static string Value(MetricRow row) =>
        row is { Low: { } low, High: { } high } ? $"{Number(row.Value)} [{Number(low)}, {Number(high)}]" : Number(row.Value);

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
