using System.Text;

namespace Framework.Host.Runs;

/// <summary>Lines of comma-separated values, quoted as RFC 4180 has it.</summary>
internal static class CsvText
{
    /// <summary>One line without its end.</summary>
    public static string Join(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote));

    /// <summary>The cells of one line; a quoted cell cannot hold a line break.</summary>
    public static string[] Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[++i]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                Take(cells, cell);
            else
                cell.Append(line[i]);
        }

        Take(cells, cell);
        return [.. cells];
    }

    private static void Take(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }

    private static string Quote(string cell)
    {
        var line = cell.ReplaceLineEndings(" ");
        return line.AsSpan().IndexOfAny(',', '"') < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
