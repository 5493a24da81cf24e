using System.Text;

namespace Framework.Components.Data.Tables;

/// <summary>A table of comma-separated values, read strictly: RFC 4180 quotes, UTF-8 with or without a mark, any line ends, one header line.</summary>
public sealed class CsvTable
{
    /// <summary>The largest table that is read, in bytes.</summary>
    public const int LargestBytes = 1 << 28;

    private const int ColumnsShown = 30;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<CsvRow> _rows = [];
    private readonly List<DataProblem> _problems = [];

    private CsvTable(string name, IReadOnlyList<string> columns)
    {
        (Name, Columns) = (name, columns);
        for (var i = 0; i < columns.Count; i++)
            _columns.Add(columns[i], i);
    }

    /// <summary>How messages name the table.</summary>
    public string Name { get; }

    /// <summary>The names in the header line.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows that have a cell for each column.</summary>
    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>The lines that have not.</summary>
    public IReadOnlyList<DataProblem> Problems => _problems;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">How messages name it: relative to the data's root.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    /// <exception cref="DataFormatException">It is not there, too large, not UTF-8, has no usable header or a quote out of place; the message
    /// starts with <paramref name="name"/>, the line and the column.</exception>
    public static CsvTable Read(string path, string name, CsvDelimiter delimiter = CsvDelimiter.Comma)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestBytes } file)
                throw new DataFormatException(FormattableString.Invariant($"{name}: the table has {file.Length:N0} bytes; up to {LargestBytes:N0} are read. Split it."));
            return Parse(File.ReadAllBytes(path), name, delimiter);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException(e is FileNotFoundException or DirectoryNotFoundException
                ? $"{name}: there is no such table. Check the root and the table's name."
                : $"{name}: the table cannot be read. Give this user permission to read it.", e);
        }
    }

    /// <summary>Reads a table that is in memory already.</summary>
    /// <inheritdoc cref="Read" />
    /// <param name="bytes">The file's content.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    public static CsvTable Parse(ReadOnlySpan<byte> bytes, string name, CsvDelimiter delimiter = CsvDelimiter.Comma)
    {
        var character = Character(delimiter);
        var parser = new CsvParser(Decode(bytes, name), character, name);
        if (parser.Next() is not { } header)
            throw new DataFormatException($"{name}: the table is empty. Its first line names the columns.");
        CheckHeader(header, name, character);
        var table = new CsvTable(name, header.Cells);
        while (parser.Next() is { } row)
            table.Add(row);
        return table;
    }

    /// <summary>The position of a column.</summary>
    /// <param name="column">Its name in the header line.</param>
    /// <exception cref="DataFormatException">There is none of that name; the message lists those there are.</exception>
    public int Find(string column)
    {
        if (_columns.TryGetValue(column, out var at))
            return at;
        var more = Columns.Count > ColumnsShown ? $" and {Columns.Count - ColumnsShown} more" : "";
        throw new DataFormatException($"{Name}:1: there is no column '{column}'. The columns are {string.Join(", ", Columns.Take(ColumnsShown))}{more}.");
    }

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    private void Add(CsvRow row)
    {
        if (row.Cells.Count == Columns.Count)
            _rows.Add(row);
        else
            _problems.Add(new DataProblem($"{Name}:{row.Line}", $"the line has {row.Cells.Count} fields; the header has {Columns.Count}. "
                + "Put a field that holds the delimiter in quotes."));
    }

    private static char Character(CsvDelimiter delimiter) => delimiter switch
    {
        CsvDelimiter.Semicolon => ';',
        CsvDelimiter.Tab => '\t',
        CsvDelimiter.Bar => '|',
        _ => ',',
    };

    private static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new DataFormatException($"{name}: the table is UTF-16. Save it as UTF-8.");
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
            throw new DataFormatException($"{name}:{Line(bytes[..zero])}: the line holds a zero byte, so this is no text. Export the table again.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new DataFormatException($"{name}:{Line(bytes[..e.Index])}: the line holds bytes that are not UTF-8. Save the table as UTF-8.", e);
        }
    }

    private static int Line(ReadOnlySpan<byte> before) => before.Count((byte)'\n') + 1;

    // A table without a header would put its first patient into every message that lists the columns.
    private static void CheckHeader(CsvRow header, string name, char delimiter)
    {
        var place = $"{name}:{header.Line}";
        if (header.Cells.Count == 1 && ",;\t|".Where(other => other != delimiter && header.Cells[0].Contains(other)).Select(other => (char?)other).FirstOrDefault() is { } other)
            throw new DataFormatException($"{place}: the header is one field that holds '{(other == '\t' ? "a tab" : other)}'. Set 'delimiter' to what stands between the fields.");
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var cell = header.Cells[i];
            if (cell.Length == 0)
                throw new DataFormatException($"{place}: column {i + 1} has no name. Name it, or remove it.");
            if (!cell.Any(char.IsLetter) || cell.Contains('^', StringComparison.Ordinal) || cell.Contains('@', StringComparison.Ordinal))
                throw new DataFormatException($"{place}: column {i + 1} is named by a value, not by a word. The first line must name the columns.");
            if (header.Cells.Take(i).Contains(cell))
                throw new DataFormatException($"{place}: two columns are called '{cell}'. Rename one.");
        }
    }
}
