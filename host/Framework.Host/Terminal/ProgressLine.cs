using System.Globalization;

namespace Framework.Host.Terminal;

/// <summary>One line that says where a piece of work is, never wider than the terminal: what matters least goes first.</summary>
internal static class ProgressLine
{
    private const string Gap = "  ";

    // One column stays free: some terminals wrap a line that fills the last one.
    private const int Margin = 1;

    /// <summary>Title, bar, share, time left and details, as much as there is room for.</summary>
    /// <param name="title">What is done; its middle is left out where it is long.</param>
    /// <param name="fraction">How much of it is done, 0 to 1; null where nobody knows.</param>
    /// <param name="time">Time left, or since the beginning where nobody knows the end.</param>
    /// <param name="detail">Further words, parted by commas; the last ones go first.</param>
    /// <param name="look">The terminal.</param>
    public static string Of(string title, double? fraction, string time, string detail, TerminalLook look)
    {
        var width = (look.Width ?? int.MaxValue) - Margin;
        var share = fraction is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:P0}").PadLeft("99 %".Length) : "";
        var bar = fraction is { } done ? Bar(done, BarWidth(width), look.Unicode) : "";
        string[] tail = [share, time];
        var spent = tail.Where(part => part.Length > 0).Sum(part => Gap.Length + part.Length);
        if (3 * spent > 2 * width)
            (tail, spent) = ([share], share.Length == 0 ? 0 : Gap.Length + share.Length);
        if (width < spent + 2)
            return Cells.Cut(share.Trim(), Math.Max(1, width), "");
        var name = Cells.Cut(Cells.Clean(title), Math.Max(1, width - spent), look.Unicode ? "…" : "...");
        var used = Cells.Of(name) + spent;
        if (bar.Length > 0 && used + Gap.Length + bar.Length > width)
            bar = "";
        used += bar.Length == 0 ? 0 : Gap.Length + bar.Length;
        return string.Join(Gap, new[] { name, look.Colors && bar.Length > 0 ? $"\e[32m{bar}\e[0m" : bar }.Concat(tail).Append(Fitting(detail, width - used - Gap.Length)).Where(part => part.Length > 0));
    }

    /// <summary>The same width at every moment, so that nothing jumps.</summary>
    private static int BarWidth(int width) => width switch { >= 120 => 24, >= 70 => 12, >= 48 => 8, _ => 0 };

    private static string Bar(double fraction, int width, bool unicode)
    {
        if (width == 0)
            return "";
        var full = (int)Math.Round(width * Math.Clamp(fraction, 0, 1));
        return unicode ? new string('━', full) + new string('─', width - full) : $"[{new string('=', full)}{new string(' ', width - full)}]";
    }

    private static string Fitting(string detail, int room)
    {
        var shown = "";
        foreach (var part in Cells.Clean(detail).Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = shown.Length == 0 ? part : $"{shown}, {part}";
            if (Cells.Of(longer) > room)
                break;
            shown = longer;
        }

        return shown;
    }
}
