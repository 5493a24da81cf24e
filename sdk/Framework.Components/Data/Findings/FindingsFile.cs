using System.Text;
using System.Text.Json;

namespace Framework.Components.Data.Findings;

/// <summary>The findings of a unit's cases as <c>findings.jsonl</c>: a line for each case, the same bytes for the same findings.</summary>
/// <remarks>
/// Boxes and masks are on the case's own grid, in pixels; beside each object stand its middle in the patient (RAS+ millimetres) and its volume, which
/// follow from these and are for readers of the file alone.
/// </remarks>
public static class FindingsFile
{
    /// <summary>What the file is called in a unit's folder.</summary>
    public const string Name = "findings.jsonl";

    /// <summary>Writes tables that have findings; those without are left out.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tables">The tables by their split's name.</param>
    public static void Write(Stream stream, IReadOnlyList<(string Split, Predictions Table)> tables)
    {
        foreach (var (split, table) in tables.Where(table => table.Table.Findings is not null))
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                using (var writer = new Utf8JsonWriter(stream))
                    FindingsJson.Write(writer, split, table.Rows[row].Case, table.Findings![row]);
                stream.WriteByte((byte)'\n');
            }
        }
    }

    /// <summary>Reads the findings of all splits, line by line.</summary>
    /// <param name="path">A unit's <c>findings.jsonl</c>.</param>
    /// <exception cref="DataFormatException">It cannot be read, or a line is not what was written; names file and line.</exception>
    public static IEnumerable<(string Split, string Case, CaseFindings Findings)> Read(string path)
    {
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            yield return Parse(line, path, number);
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.ReadLines(path, Encoding.UTF8);
        }
        catch (IOException e)
        {
            throw new DataFormatException($"{path}: the file cannot be read: {e.Message.TrimEnd('.')}. Run the unit again.", e);
        }
    }

    private static (string Split, string Case, CaseFindings Findings) Parse(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return FindingsJson.Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new DataFormatException($"{path}:{number}: this line is not what was written: {e.Message.TrimEnd('.')}. Delete the unit's folder and run again.", e);
        }
    }
}
