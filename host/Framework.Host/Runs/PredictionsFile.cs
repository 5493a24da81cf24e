using System.Globalization;
using System.Text;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>Predictions as CSV: who, then every target, then every output. Numbers keep all digits.</summary>
internal static class PredictionsFile
{
    private const string TargetPrefix = "target.";
    private const string OutputPrefix = "output.";

    /// <summary>The text of a run's table for one split.</summary>
    public static string Write(Predictions table) =>
        Lines([("", table)], withSplit: false);

    /// <summary>The text of a unit's tables, with the split's name in the first column.</summary>
    public static string Write(IReadOnlyList<(string Split, Predictions Table)> tables) =>
        Lines(tables, withSplit: true);

    /// <summary>Reads a unit's tables back.</summary>
    /// <param name="path">The unit's <c>predictions.csv</c>.</param>
    /// <param name="cases">The cases of the index by identity.</param>
    /// <param name="groups">Which labels are the classes of one question.</param>
    public static IReadOnlyList<(string Split, Predictions Table)> Read(string path, IReadOnlyDictionary<string, Case> cases, IReadOnlyList<LabelGroup> groups)
    {
        var lines = File.ReadLines(path, Encoding.UTF8).Select(CsvText.Split);
        var columns = lines.First();
        return [.. lines.Skip(1).GroupBy(cells => cells[0]).Select(rows => (rows.Key, Table([.. rows], columns, cases, groups)))];
    }

    private static Predictions Table(IReadOnlyList<string[]> rows, string[] columns, IReadOnlyDictionary<string, Case> cases, IReadOnlyList<LabelGroup> groups)
    {
        var who = rows.Select(cells => Who(cells, columns, cases));
        return new Predictions([.. Named(columns, TargetPrefix)], [.. who], Numbers(rows, columns, TargetPrefix), Numbers(rows, columns, OutputPrefix)) { Groups = groups };
    }

    /// <summary>The case of the index; one that lies behind the lock is known by its row alone.</summary>
    private static PredictedCase Who(string[] cells, string[] columns, IReadOnlyDictionary<string, Case> cases)
    {
        string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var at ? cells[at] : "";
        var fold = int.Parse(Cell("fold"), CultureInfo.InvariantCulture);
        return cases.TryGetValue(Cell("case"), out var item)
            ? PredictedCase.Of(item, fold)
            : new PredictedCase(Cell("case"), Cell("subject"), Cell("site"), fold) { Study = Cell("study"), Series = Cell("series") };
    }

    private static IEnumerable<string> Named(string[] columns, string prefix) =>
        columns.Where(column => column.StartsWith(prefix, StringComparison.Ordinal)).Select(column => column[prefix.Length..]);

    private static double[] Numbers(IReadOnlyList<string[]> rows, string[] columns, string prefix)
    {
        int[] at = [.. Enumerable.Range(0, columns.Length).Where(column => columns[column].StartsWith(prefix, StringComparison.Ordinal))];
        return [.. rows.SelectMany(cells => at.Select(column => Number(cells[column])))];
    }

    private static string Lines(IReadOnlyList<(string Split, Predictions Table)> tables, bool withSplit)
    {
        var labels = tables.Count == 0 ? [] : tables[0].Table.Labels; // a unit that is fitted on everything predicts nothing yet
        var columns = labels.Select(label => TargetPrefix + label).Concat(labels.Select(label => OutputPrefix + label));
        IEnumerable<string> header = ["case", "subject", "study", "series", "site", "fold", .. columns];
        var text = new StringBuilder(CsvText.Join(withSplit ? header.Prepend("split") : header)).Append('\n');
        foreach (var (split, table) in tables)
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var cells = Cells(table, row);
                text.Append(CsvText.Join(withSplit ? cells.Prepend(split) : cells)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Cells(Predictions table, int row)
    {
        var who = table.Rows[row];
        var labels = Enumerable.Range(0, table.Labels.Count);
        return
        [
            who.Case, who.Subject, who.Study, who.Series, who.Site, who.Fold.ToString(CultureInfo.InvariantCulture),
            .. labels.Select(label => Text(table.Target(row, label))), .. labels.Select(label => Text(table.Output(row, label))),
        ];
    }

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);
}
