using System.Globalization;
using Framework.Components.Controls;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Terminal;

namespace Framework.Host.Engines;

/// <summary>The figures of a run as aligned text: what it scored, on how many, and what its controls scored.</summary>
internal static class ResultTable
{
    /// <summary>The control that predicts the share of positives whatever the image shows.</summary>
    private const string Constant = "prevalence";

    // Below this three digits after the point say too little.
    private const double Small = 0.1;

    /// <summary>A block for each stage, split and level: a heading with what was counted, a line a figure, and what is to be noted of them.</summary>
    /// <param name="rows">The figures, those of controls among them.</param>
    /// <param name="published">Figures to stand beside ours.</param>
    /// <param name="width">Columns of the terminal; null for any.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<MetricRow> rows, IReadOnlyList<PublishedValue> published, int? width)
    {
        var own = rows.Where(row => row.Control is null).ToList();
        if (own.Count == 0)
            return [];
        var blocks = own.GroupBy(row => (row.Stage, row.Variant, row.Split, row.At)).Select(block => block.ToList()).ToList();
        var shown = new Columns(
            [.. rows.Select(row => row.Control).OfType<string>().Distinct()],
            published,
            HasSpread: own.Exists(row => SpreadOf(row) is not null),
            HasCounts: blocks.Exists(block => block.Select(row => (row.Count, row.Subjects)).Distinct().Count() > 1));
        // One table, so that the columns of all blocks stand below each other.
        var table = TextTable.WithHead([shown.Header(own), .. blocks.SelectMany(block => block.Select(row => shown.Cells(row, rows)))], width, titles: 2);
        var before = 0;
        return [.. blocks.SelectMany(block => Block(block, table, (before += block.Count) - block.Count, rows, shown).Prepend("")).Skip(1)];
    }

    /// <summary>Whether the control that looks at no image does better.</summary>
    public static bool IsWorseThanConstant(MetricRow row, IReadOnlyList<MetricRow> rows) => ConstantComparison.IsFair(row.Name)
        && rows.FirstOrDefault(other => other.Control == Constant && other.Place == row.Place) is { } constant
        && (row.HigherIsBetter ? row.Value < constant.Value : row.Value > constant.Value);

    private static IEnumerable<string> Block(List<MetricRow> block, TextTable table, int first, IReadOnlyList<MetricRow> rows, Columns shown) =>
    [
        Heading(block[0], shown.HasCounts),
        .. table.Head,
        .. table.Rows.Skip(first).Take(block.Count).SelectMany(lines => lines),
        .. block.SelectMany(row => Notes(row, rows, shown.Controls).Select(note => $"! {row.Name}, {row.Label ?? "all"}: {note}")),
    ];

    private static string Heading(MetricRow row, bool hasCounts)
    {
        var (stage, level) = (row.Variant is null ? row.Stage : $"{row.Stage}@{row.Variant}", row.At == LevelTables.Case ? "" : $", by {row.At}");
        var cases = row.At switch { LevelTables.Case => "cases of ", "series" => "series of ", "study" => "studies of ", _ => null };
        var counts = hasCounts ? "" : cases is null ? $": {Count(row.Subjects)} subjects" : $": {Count(row.Count)} {cases}{Count(row.Subjects)} subjects";
        return $"{stage}, {row.Split}{level}{counts}";
    }

    private static IEnumerable<string> Notes(MetricRow row, IReadOnlyList<MetricRow> rows, IReadOnlyList<string> controls)
    {
        if (IsWorseThanConstant(row, rows))
            yield return "worse than constant";
        string[] alike = [.. controls.Where(control => Beside(row, rows, control) is { } other && row.IsDistinguishableFrom(other) == false)];
        if (alike.Length > 0)
            yield return $"not distinguishable from {string.Join(", ", alike)}";
    }

    private static MetricRow? Beside(MetricRow row, IReadOnlyList<MetricRow> rows, string control) =>
        rows.FirstOrDefault(other => other.Control == control && other.Place == row.Place);

    private static string? SpreadOf(MetricRow row) =>
        (row.Folds ?? row.Repeats) is { } spread ? $"{Number(spread.Mean)} ± {Number(spread.Sd)} ({Count(spread.Count)})" : null;

    private static string Value(MetricRow row) =>
        row is { Value: { } value, Low: { } low, High: { } high } ? string.Create(CultureInfo.InvariantCulture, $"{value:F3} [{low:F3}, {high:F3}]") : Number(row.Value);

    private static string Number(double? value) =>
        value?.ToString(Math.Abs(value.Value) is > 0 and < Small ? "F4" : "F3", CultureInfo.InvariantCulture) ?? "-";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands in a line.</summary>
    private sealed record Columns(IReadOnlyList<string> Controls, IReadOnlyList<PublishedValue> Published, bool HasSpread, bool HasCounts)
    {
        public string[] Header(IEnumerable<MetricRow> rows)
        {
            double[] levels = [.. rows.Select(row => row.Level).OfType<double>().Distinct()];
            var value = levels switch { [] => "value", [var one] => string.Create(CultureInfo.InvariantCulture, $"value [{100 * one:0.#} %]"), _ => "value [interval]" };
            return ["metric", "label", value, .. If(HasSpread, "mean ± SD"), .. If(HasCounts, "cases", "subjects"), .. Controls, .. If(Published.Count > 0, "published")];
        }

        public string[] Cells(MetricRow row, IReadOnlyList<MetricRow> rows) =>
        [
            row.Name, row.Label ?? "all", Value(row),
            .. If(HasSpread, SpreadOf(row) ?? "-"),
            .. If(HasCounts, Count(row.Count), Count(row.Subjects)),
            .. Controls.Select(control => Number(Beside(row, rows, control)?.Value)),
            .. If(Published.Count > 0, Number(Published.FirstOrDefault(figure => figure.Control is null && figure.IsOf(row))?.Value)),
        ];

        private static string[] If(bool isThere, params string[] cells) => isThere ? cells : [];
    }
}
