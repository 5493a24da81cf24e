using System.Globalization;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tables;

/// <summary>Makes tables that a radiologist can read of predictions: a row for each disc from L1-L2 to L5-S1, a column for each condition.</summary>
/// <remarks>
/// Reads what <c>./framework predict</c> writes. A cell has the most probable grade and its probability, <c>moderate 71 %</c>, with <c>?</c> where that is low; of a condition without
/// grades <c>present</c> and its probability, or <c>-</c>. The first table has all studies; a further one for each study follows under the study's name.
/// </remarks>
/// <param name="options">Columns and limits.</param>
public sealed class LevelTable(LevelTableOptions options) : ITableTool
{
    /// <inheritdoc />
    public IReadOnlyList<IndexTable> Make(IndexTable table)
    {
        var at = table.Find(options.Case);
        var columns = Conditions.All.Select(condition => (Condition: condition, At: Columns(table, condition))).Where(column => column.At.Length > 0).ToList();
        if (columns.Count == 0)
            throw new DataFormatException($"{table.Name}: no column holds the probabilities of a condition, such as '{options.Prefix}canal.none'. Give the table that 'framework predict' wrote.");
        var rows = table.Rows.Select(row => (Place: PlaceOf(table, row[at]), Cells: columns.Select(column => Call(table, row, column.Condition, column.At)).ToList()))
            .OrderBy(row => row.Place.Study, StringComparer.Ordinal).ThenBy(row => row.Place.Level).ToList();
        string[] heads = ["level", .. columns.Select(column => column.Condition.Heading())];
        return
        [
            new IndexTable("studies", ["study", .. heads], [.. rows.Select(row => (IReadOnlyList<string>)[row.Place.Study, DiscLevel.Names[row.Place.Level], .. row.Cells])]),
            .. rows.GroupBy(row => row.Place.Study).Select(study => new IndexTable(
                NameOf(study.Key), heads, [.. study.Select(row => (IReadOnlyList<string>)[DiscLevel.Names[row.Place.Level], .. row.Cells])])),
        ];
    }

    private int[] Columns(IndexTable table, Condition condition)
    {
        var names = condition.Words().Select(word => $"{options.Prefix}{condition.Column()}.{word}").ToList();
        return names.Exists(table.Columns.Contains) ? [.. names.Select(table.Find)] : [];
    }

    private static (string Study, int Level) PlaceOf(IndexTable table, string name)
    {
        var blank = name.LastIndexOf(' ');
        var level = blank < 0 ? -1 : DiscLevel.Names.ToList().IndexOf(name[(blank + 1)..]);
        return level >= 0 ? (name[..blank], level) : throw new DataFormatException(
            $"{table.Name}: the case '{name}' does not end in a level, {DiscLevel.Names[0]} to {DiscLevel.Names[^1]}. Keep the data's own names by data.identifiers: keep, or name the column by 'case'.");
    }

    private string Call(IndexTable table, IReadOnlyList<string> row, Condition condition, int[] at)
    {
        double[] shares = [.. at.Select(column => Share(table, row[column]))];
        if (!condition.IsGraded())
            return shares[1] >= options.Present ? Said("present", shares[1]) : "-";
        var best = Array.IndexOf(shares, shares.Max());
        return Said(condition.Words()[best], shares[best]);
    }

    private string Said(string word, double share) => string.Create(CultureInfo.InvariantCulture, $"{word} {100 * share:0} %{(share < options.Unsure ? " ?" : "")}");

    private static double Share(IndexTable table, string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
        ? share
        : throw new DataFormatException($"{table.Name}: '{cell}' is no probability. Give the table that 'framework predict' wrote.");

    // A file's name: letters, digits and '-'.
    private static string NameOf(string study) => string.Concat(study.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
