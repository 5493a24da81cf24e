using System.Text;
using Framework.Components.Data.Tables;

namespace Framework.Host.Runs;

/// <summary>Tables that are read line by line: comma-separated values, quoted as RFC 4180 has it, and no line break in any cell.</summary>
internal static class CsvText
{
    /// <summary>One line without its end; a line break in a cell becomes a blank.</summary>
    public static string Join(IEnumerable<string> cells) => CsvWriter.Row(cells.Select(cell => cell.ReplaceLineEndings(" ")));

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
}
