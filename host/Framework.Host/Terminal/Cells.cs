using System.Globalization;
using System.Text;

namespace Framework.Host.Terminal;

/// <summary>Columns of a terminal that a text takes: two for each Chinese, Japanese or Korean sign and each picture, none for what sits on another letter.</summary>
internal static class Cells
{
    // East Asian Width W and F (Unicode standard annex 11), the ranges that text has.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns of a text.</summary>
    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : text.EnumerateRunes().Sum(Of);

    /// <summary>The text with spaces up to a width; on its left where it is to stand on the right.</summary>
    public static string Pad(string text, int width, bool right = false)
    {
        var spaces = new string(' ', Math.Max(0, width - Of(text)));
        return right ? spaces + text : text + spaces;
    }

    /// <summary>The text where it fits; else its beginning and its end, which tells folds and controls apart, with a mark between them.</summary>
    public static string Cut(string text, int width, string mark)
    {
        if (Of(text) <= width)
            return text;
        var room = width - mark.Length;
        if (room < 2)
            return Beginning(text, Math.Max(0, width));
        var end = room / 2;
        return Beginning(text, room - end) + mark + End(text, end);
    }

    /// <summary>The text without what moves a cursor or breaks a line: each such sign becomes a question mark.</summary>
    public static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter)) : text;

    private static string Beginning(string text, int width) => string.Concat(Fitting(text.EnumerateRunes(), width));

    private static string End(string text, int width) => string.Concat(Fitting(text.EnumerateRunes().Reverse(), width).Reverse());

    private static IEnumerable<Rune> Fitting(IEnumerable<Rune> runes, int width)
    {
        foreach (var rune in runes)
        {
            if ((width -= Of(rune)) < 0)
                yield break;
            yield return rune;
        }
    }

    private static int Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return rune.Value >= Wide[0].First && Wide.Any(range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1;
    }
}
