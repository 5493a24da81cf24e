namespace Framework.Host.Terminal;

/// <summary>Rows of text in aligned columns.</summary>
internal static class TextTable
{
    /// <summary>One line a row; columns are two spaces apart, the last one is as wide as it likes.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? row[column].Length : 0))];
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
