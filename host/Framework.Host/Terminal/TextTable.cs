namespace Framework.Host.Terminal;

/// <summary>
/// Rows of text in aligned columns. Where a terminal is too narrow, what all rows share moves above the table, a long last column is broken into
/// lines, and as the last resort each row becomes a block of its own; no line breaks in its middle.
/// </summary>
internal sealed class TextTable
{
    private const string Gap = "  ";
    private const string Below = "    ";
    private const int Prose = 30; // a last column that is wider can be read in several lines
    private const int GoodProse = 40;
    private const int LeastProse = 24;
    private readonly bool _hasHead;
    private readonly int _titles;

    private TextTable(IReadOnlyList<string>? head, IReadOnlyList<IReadOnlyList<string>> rows, int? width, int titles)
    {
        (_hasHead, _titles) = (head is not null, titles);
        var count = rows.Append(head ?? []).Max(row => row.Count);
        List<TableColumn> columns = [.. Enumerable.Range(0, count).Select(column =>
            new TableColumn(head is not null && column < head.Count ? head[column] : "", rows.Select(row => column < row.Count ? row[column] : "")))];
        var room = width ?? int.MaxValue;
        if (rows.Count == 0 || Fits(columns, room) || HasRoomForProse(columns, room, GoodProse))
            (Head, Rows) = Table(columns, rows.Count, room);
        else
            (Head, Rows) = Narrow(columns, rows.Count, room);
    }

    /// <summary>What stands above the rows.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>The lines of each row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>A table whose first row is its head.</summary>
    /// <param name="rows">The rows; a short one ends with empty cells.</param>
    /// <param name="width">Columns of the terminal; null for any.</param>
    /// <param name="titles">How many of the first columns name a row, where it becomes a block.</param>
    public static TextTable WithHead(IReadOnlyList<IReadOnlyList<string>> rows, int? width, int titles = 1) => new(rows[0], [.. rows.Skip(1)], width, titles);

    /// <summary>A line a row, or several where it is narrow; the first row is the head.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows, int? width, int titles = 1) => rows.Count == 0 ? [] : WithHead(rows, width, titles).All;

    /// <summary>The same where no row is a head.</summary>
    public static IEnumerable<string> Headless(IReadOnlyList<IReadOnlyList<string>> rows, int? width) => rows.Count == 0 ? [] : new TextTable(null, rows, width, titles: 1).All;

    private IEnumerable<string> All => Head.Concat(Rows.SelectMany(row => row));

    private (IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) Narrow(List<TableColumn> columns, int rows, int room)
    {
        var shared = _hasHead ? columns.Where(column => column.Same is { Length: > 0 } && column.Title.Length > 0).ToList() : [];
        var left = columns.Except(shared).ToList();
        if (left.Count == 0)
            (shared, left) = ([], columns);
        IEnumerable<string> above = shared.Count == 0 ? [] : Paragraphs.Lines($"all: {string.Join(", ", shared.Select(column => $"{column.Title} {column.Same}"))}", room, 2);
        var (head, lines) = Fits(left, room) || HasRoomForProse(left, room, LeastProse) ? Table(left, rows, room) : Blocks(left, Math.Max(1, _titles - columns.Take(_titles).Count(shared.Contains)), rows, room);
        return ([.. above, .. head], lines);
    }

    private (IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) Table(List<TableColumn> columns, int rows, int room)
    {
        var (first, last) = (columns[..^1], columns[^1]);
        var indent = first.Sum(column => column.Width + Gap.Length);
        string Line(Func<TableColumn, string> cell, string end) => string.Concat(first.Select(column => cell(column) + Gap).Append(end)).TrimEnd();
        IReadOnlyList<string> Row(int row)
        {
            var end = indent + last.Width <= room ? [last.Cell(row)] : Paragraphs.Lines(last.Cells[row], room - indent).DefaultIfEmpty("").ToList();
            if (end.All(line => indent + Cells.Of(line) <= room))
                return [Line(column => column.Cell(row), end[0]), .. end.Skip(1).Select(line => new string(' ', indent) + line)];
            // A word that is too long, such as a path, begins a line of its own further left.
            return [Line(column => column.Cell(row), ""), .. Paragraphs.Lines(last.Cells[row], room - Below.Length).Select(line => Below + line)];
        }

        return (_hasHead ? [Line(column => column.Head, last.Head)] : [], [.. Enumerable.Range(0, rows).Select(Row)]);
    }

    private (IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) Blocks(List<TableColumn> columns, int titles, int rows, int room)
    {
        IReadOnlyList<string> Block(int row) => _hasHead
            ? [.. Paragraphs.Lines(string.Join(", ", columns.Take(titles).Select(column => column.Cells[row])), room, 2), .. columns.Skip(titles).Where(column => column.Cells[row].Length > 0).SelectMany(column => Pair(column, row))]
            : [.. Paragraphs.Lines(string.Join(Gap, columns.Select(column => column.Cells[row]).Where(cell => cell.Length > 0)), room, 2)];
        IEnumerable<string> Pair(TableColumn column, int row) =>
            Paragraphs.Lines(column.Title.Length == 0 ? column.Cells[row] : $"{column.Title}: {column.Cells[row]}", room - Gap.Length, 2).Select(line => Gap + line);
        return ([], [.. Enumerable.Range(0, rows).Select(Block)]);
    }

    private static bool Fits(List<TableColumn> columns, int room) => columns.Sum(column => column.Width + Gap.Length) - Gap.Length <= room;

    private static bool HasRoomForProse(List<TableColumn> columns, int room, int least)
    {
        var left = room - columns.SkipLast(1).Sum(column => column.Width + Gap.Length);
        return columns[^1] is { IsNumbers: false, Width: > Prose } last && left >= least
            && last.Cells.All(cell => cell.Split(' ').All(word => Cells.Of(word) <= room - Below.Length));
    }
}
