using System.Text.RegularExpressions;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Divides a sentence by the discs that it speaks of.</summary>
internal static partial class Segments
{
    /// <summary>The segments in order.</summary>
    public static IReadOnlyList<Segment> Of(string sentence, IReadOnlyList<Token> tokens)
    {
        var levels = tokens.Where(token => token.Kind == TokenKind.Level).ToList();
        var words = tokens.Where(token => token.Kind != TokenKind.Level).ToList();
        if (levels.Count < 2)
            return [new Segment(levels.FirstOrDefault()?.Discs, words)];
        var isLevelFirst = !words.Any(word => word.Start < levels[0].Start && IsContent(word));
        var starts = levels.Select((level, i) => i == 0 ? 0 : isLevelFirst ? Start(sentence, words, levels[i - 1], level) : levels[i - 1].End).ToList();
        var segments = levels.Select((level, i) =>
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : sentence.Length;
            return new Segment(level.Discs, [.. words.Where(word => word.Start >= starts[i] && word.Start < end)]);
        }).ToList();
        return Completed(segments);
    }

    // "At L3-L4 ... and severe stenosis at L4-L5": the words before "at L4-L5", back to the last "and", belong to it.
    private static int Start(string sentence, List<Token> words, Token before, Token level)
    {
        var between = words.Where(word => word.Start >= before.End && word.End <= level.Start).ToList();
        var isAttached = between.Count > 0 && between[^1].Kind is not (TokenKind.And or TokenKind.Comma or TokenKind.Break) && Preposition().IsMatch(sentence[between[^1].End..level.Start]);
        if (!isAttached)
            return between.LastOrDefault() is { } last && last.Kind is TokenKind.And or TokenKind.Comma or TokenKind.Break ? last.Start : Qualified(between, level);
        var cut = between.FindLastIndex(word => word.Kind is TokenKind.And or TokenKind.Comma or TokenKind.Break);
        return cut >= 0 && between.Take(cut).Any(word => word.IsFinding) ? between[cut].Start : level.Start;
    }

    // "... and moderate L3-L4 canal stenosis": a grade and a side stand before their level.
    private static int Qualified(List<Token> between, Token level)
    {
        var start = level.Start;
        for (var i = between.Count - 1; i >= 0 && between[i].Kind is TokenKind.Grade or TokenKind.Side or TokenKind.Not or TokenKind.And; i--)
            start = between[i].Start;
        return start;
    }

    // "Stenosis is mild at L3-L4 and severe at L4-L5": a segment that names nothing borrows what its neighbour names.
    private static List<Segment> Completed(List<Segment> segments)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            if (!IsWhole(segments[i]) && IsWhole(segments[i - 1]) && (HasGrade(segments[i]) || segments[i - 1].Discs!.Discs.Count == 0))
                segments[i] = segments[i] with { Tokens = HasGrade(segments[i]) ? [.. segments[i].Tokens, .. Named(segments[i - 1])] : segments[i - 1].Tokens };
        }

        for (var i = segments.Count - 2; i >= 0; i--)
        {
            if (!IsWhole(segments[i]) && HasGrade(segments[i]) && IsWhole(segments[i + 1]))
                segments[i] = segments[i] with { Tokens = [.. segments[i].Tokens, .. Named(segments[i + 1])] };
        }

        return segments;
    }

    private static IEnumerable<Token> Named(Segment segment) => segment.Tokens.Where(token => token.IsFinding || token.Kind is TokenKind.Narrow or TokenKind.Arthropathy or TokenKind.Thick or TokenKind.Side);

    private static bool IsWhole(Segment segment) => segment.Tokens.Any(token => token.IsFinding);

    private static bool HasGrade(Segment segment) => segment.Tokens.Any(token => token.Kind is TokenKind.Grade or TokenKind.Not);

    private static bool IsContent(Token word) => word.IsFinding || word.Kind is TokenKind.Grade or TokenKind.Side or TokenKind.Narrow or TokenKind.Open or TokenKind.Arthropathy or TokenKind.Thick;

    [GeneratedRegex(@"^\s*(?:is\s)?(?:at|of|in|involving|from|within|for)?(?:\sthe)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Preposition();
}
