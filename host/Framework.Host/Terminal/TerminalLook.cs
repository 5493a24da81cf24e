using System.Globalization;

namespace Framework.Host.Terminal;

/// <summary>What a stream can show.</summary>
/// <param name="IsTerminal">Whether a terminal is behind it, so that lines have a width.</param>
/// <param name="Moves">Whether lines may be drawn again in place.</param>
/// <param name="Colors">Whether colours show.</param>
/// <param name="Unicode">Whether letters beyond ASCII show.</param>
/// <param name="Size">Columns and rows now; null where nobody knows.</param>
internal sealed record TerminalLook(bool IsTerminal, bool Moves, bool Colors, bool Unicode, Func<(int Columns, int Rows)?> Size)
{
    /// <summary>The variable that gives the columns where lines go on to somebody else's terminal.</summary>
    public const string ColumnsVariable = "FRAMEWORK_COLUMNS";

    private static readonly string[] Locale = ["LC_ALL", "LC_CTYPE", "LANG"];
    private static readonly (int Columns, int Rows) Usual = (80, 24);

    /// <summary>A file or a pipe: whole lines of any length.</summary>
    public static TerminalLook Plain { get; } = new(IsTerminal: false, Moves: false, Colors: false, Unicode: true, () => null);

    /// <summary>Columns that a line may take; null where any length will do.</summary>
    public int? Width => Size()?.Columns ?? (IsTerminal ? Usual.Columns : null);

    /// <summary>Rows that are seen at once.</summary>
    public int Height => (Size() ?? Usual).Rows;

    /// <summary>The look of a stream in an environment.</summary>
    /// <param name="isTerminal">Whether a terminal is behind the stream.</param>
    /// <param name="variable">The variables: TERM, NO_COLOR (which wins), FORCE_COLOR, CLICOLOR_FORCE, LC_ALL, LC_CTYPE and LANG are looked at.</param>
    /// <param name="size">Asks for columns and rows.</param>
    public static TerminalLook Of(bool isTerminal, Func<string, string?> variable, Func<(int Columns, int Rows)?> size)
    {
        var moves = isTerminal && variable("TERM") is not (null or "" or "dumb");
        var colors = string.IsNullOrEmpty(variable("NO_COLOR")) && (Forced(variable("FORCE_COLOR")) ?? Forced(variable("CLICOLOR_FORCE")) ?? moves);
        var locale = Locale.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        var unicode = locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
        return new TerminalLook(isTerminal, moves, colors, unicode, isTerminal ? size : Given(variable(ColumnsVariable)));
    }

    private static Func<(int Columns, int Rows)?> Given(string? columns) =>
        int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known > 0 ? () => (known, Usual.Rows) : () => null;

    private static bool? Forced(string? value) => value switch { null or "" => null, "0" or "false" => false, _ => true };
}
