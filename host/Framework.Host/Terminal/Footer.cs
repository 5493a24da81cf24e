using System.Text;
using System.Text.RegularExpressions;

namespace Framework.Host.Terminal;

/// <summary>Lines at the foot of a terminal, drawn again in place below everything that is said.</summary>
internal sealed partial class Footer(TerminalLook look)
{
    private IReadOnlyList<string> _lines = [];
    private int[] _drawn = [];

    /// <summary>What takes the drawn lines off the screen; empty where none are there.</summary>
    /// <remarks>A terminal that has become narrower since has wrapped them: they take more rows than they had.</remarks>
    public string Erasure()
    {
        if (_drawn.Length == 0)
            return "";
        var columns = look.Width ?? int.MaxValue;
        var rows = _drawn.Sum(width => Math.Max(1, (width + columns - 1) / columns));
        _drawn = [];
        return rows > 1 ? $"\r\e[{rows - 1}A\e[J" : "\r\e[K";
    }

    /// <summary>What draws the lines, as many as the terminal has rows for; the cursor stays behind the last one.</summary>
    public string Drawing()
    {
        string[] shown = [.. _lines.Take(Math.Max(1, look.Height - 1))];
        _drawn = [.. shown.Select(line => Cells.Of(Colors().Replace(line, "")))];
        return string.Join('\n', shown);
    }

    /// <summary>What takes the place of the lines that were drawn.</summary>
    public string Change(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder(Erasure());
        _lines = lines;
        return text.Append(Drawing()).ToString();
    }

    /// <summary>The process was stopped and goes on: what was drawn stands somewhere above, and other programs have written since. The cursor's row alone is ours.</summary>
    public void Forget() => _drawn = _drawn.Length == 0 ? [] : [0];

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colors();
}
