namespace Framework.Components.Data.Tables;

/// <summary>Comma-separated values as RFC 4180 quotes them, which <see cref="CsvTable"/> reads back but for blanks around a cell: line breaks in cells are kept.</summary>
public static class CsvWriter
{
    /// <summary>One row without its line's end. A cell with a comma, a quote or a line break stands in quotes.</summary>
    /// <param name="cells">The cells in their order.</param>
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    /// <summary>A whole table: a line of columns, then one row after the other, each with an end.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) => string.Concat(rows.Prepend(columns).Select(row => Row(row) + "\n"));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
