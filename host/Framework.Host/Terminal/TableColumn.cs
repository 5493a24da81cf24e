using System.Text.RegularExpressions;

namespace Framework.Host.Terminal;

/// <summary>A column of a table: numbers stand with their points below each other, words begin at the left.</summary>
internal sealed partial class TableColumn
{
    private readonly string[] _aligned;

    /// <summary>Aligns the cells below a title; an empty title where the table has none.</summary>
    public TableColumn(string title, IEnumerable<string> cells)
    {
        Cells = [.. cells.Select(Terminal.Cells.Clean)];
        IsNumbers = Cells.Any(cell => cell.Length > 0) && Cells.All(cell => cell is "" or "-" || Number().IsMatch(cell));
        _aligned = IsNumbers ? AlignedNumbers(Cells) : [.. Cells];
        Title = title;
        Width = _aligned.Append(title).Max(Terminal.Cells.Of);
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The cells as they were given, without what moves a cursor.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Columns of the terminal that the widest of title and cells takes.</summary>
    public int Width { get; }

    /// <summary>Whether every cell is a number, nothing, or a dash for nothing.</summary>
    public bool IsNumbers { get; }

    /// <summary>The one value of all cells; null where they differ.</summary>
    public string? Same => Cells.Count > 1 && Cells.All(cell => cell == Cells[0]) ? Cells[0] : null;

    /// <summary>The title as wide as the column.</summary>
    public string Head => Terminal.Cells.Pad(Title, Width, IsNumbers);

    /// <summary>A cell as wide as the column.</summary>
    public string Cell(int row) => Terminal.Cells.Pad(_aligned[row], Width, IsNumbers);

    private static string[] AlignedNumbers(IReadOnlyList<string> cells)
    {
        var behind = cells.Max(Behind);
        // A dash stands at the right edge: it has no point.
        return [.. cells.Select(cell => cell is "" or "-" ? cell : cell + new string(' ', behind - Behind(cell)))];
    }

    /// <summary>What stands behind the whole part of the first number.</summary>
    private static int Behind(string cell) => cell is "" or "-" ? 0 : Terminal.Cells.Of(cell) - Whole().Match(cell).Length;

    [GeneratedRegex(@"^[-+]?\d+(,\d{3})*(\.\d+)?([eE][-+]?\d+)?( ?(%|s|ms|min|h|[kKMGT]?B))?( ± \S+)?( \([^)]*\))?( \[[^\]]*\])?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?\d+(,\d{3})*")]
    private static partial Regex Whole();
}
