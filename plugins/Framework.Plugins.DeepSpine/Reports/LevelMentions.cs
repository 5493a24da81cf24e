using System.Globalization;
using System.Text.RegularExpressions;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Finds discs in a sentence: L4-L5, L4/5, "L2-L3 through L4-L5", "L3 to S1", "L4 on L5", "all levels", "the other levels".</summary>
/// <remarks>Vertebrae are counted from L1 = 1; S1 = 6; T12 = 0. The disc below vertebra v has index v - 1.</remarks>
internal static partial class LevelMentions
{
    private const int Sacrum = 6;

    /// <summary>The groups in order; discs joined by commas, "and" or "or" alone are one group.</summary>
    public static IReadOnlyList<Token> In(string sentence)
    {
        var found = Single(sentence).OrderBy(token => token.Start).ToList();
        var groups = new List<Token>();
        foreach (var token in found)
        {
            if (groups.Count > 0 && token.Start < groups[^1].End)
                continue;
            if (groups.Count > 0 && Joined(sentence[groups[^1].End..token.Start], groups[^1].Discs!, token.Discs!) is { } discs)
                groups[^1] = groups[^1] with { Length = token.End - groups[^1].Start, Discs = discs };
            else
                groups.Add(token);
        }

        return groups;
    }

    private static IEnumerable<Token> Single(string sentence) =>
    [
        .. Words(sentence, All(), LevelGroup.All(Reach.Every)),
        .. Words(sentence, Others(), LevelGroup.All(Reach.Others)),
        .. Words(sentence, Unsaid(), LevelGroup.None),
        .. Words(sentence, Junction(), new LevelGroup([Sacrum - 2], Reach.Named)),
        .. Disc().Matches(sentence).Select(Named),
    ];

    private static IEnumerable<Token> Words(string sentence, Regex words, LevelGroup group) =>
        words.Matches(sentence).Select(match => new Token(TokenKind.Level, match.Index, match.Length, Discs: group));

    // "L4-5" and "4-5" after another level; "L2-L5" spans three discs, and so does "L2 to L5".
    private static Token Named(Match match)
    {
        var isLowest = match.Groups["a"].Value.EndsWith('5') && match.Groups["b"].Value == "1";
        var first = Vertebra(match.Groups["a"].Value, "L");
        var second = isLowest ? Sacrum : Vertebra(match.Groups["b"].Value, match.Groups["a"].Value.StartsWith("T", StringComparison.OrdinalIgnoreCase) ? "T" : "L");
        return new Token(TokenKind.Level, match.Index, match.Length, Discs: new LevelGroup(Between(first, second), Reach.Named));
    }

    private static int Vertebra(string name, string region)
    {
        var letter = char.IsLetter(name[0]) ? name[..1].ToUpperInvariant() : region;
        var number = int.Parse(name.AsSpan(char.IsLetter(name[0]) ? 1 : 0), CultureInfo.InvariantCulture);
        return letter switch
        {
            "T" => number - 12,
            "S" => number + Sacrum - 1,
            _ => number,
        };
    }

    private static int[] Between(int first, int last) => [.. Enumerable.Range(first, Math.Max(0, last - first)).Where(v => v is >= 1 and < Sacrum).Select(v => v - 1)];

    private static LevelGroup? Joined(string between, LevelGroup before, LevelGroup after)
    {
        if (before.Reach != Reach.Named || after.Reach != Reach.Named)
            return null;
        if (And().IsMatch(between))
            return new LevelGroup([.. before.Discs.Union(after.Discs).Order()], Reach.Named);
        if (!Through().IsMatch(between) || after.Discs.Count == 0)
            return null;
        var from = before.Discs.Count > 0 ? before.Discs[0] : 0;
        return new LevelGroup([.. Enumerable.Range(from, Math.Max(0, after.Discs[^1] - from + 1))], Reach.Named);
    }

    // A pair of vertebrae; "between L3 and S1"; a pair of bare numbers after another level.
    [GeneratedRegex(
        @"(?<!\w)(?<a>[LTS]\d{1,2})\s?(?:[-/\u2013\u2014]\s?(?<b>[LTS]?\d{1,2})|(?:to|through|thru|on)\s(?<b>[LTS]\d{1,2}))(?![\w])(?!\s?mm)"
        + @"|(?<=between\s)(?<a>[LT]\d{1,2})\sand\s(?<b>[LS]\d)(?![-/\w])"
        + @"|(?<=[-/][LS]?\d(?:,|\sand|,\sand|\sor)\s)(?<a>[1-5])[-/](?<b>[1-5]|S1)(?!\w)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Disc();

    [GeneratedRegex(@"(?<!\w)(?:(?:all|any|every|each)(?:\s(?:of\s)?(?:the\s)?(?:visualized\s|lumbar\s|disc\s|imaged\s)*)levels?|throughout(?:\sthe)?\slumbar\s(?:spine|levels))(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"(?<!\w)(?:(?:no\s)?other|remaining|remainder\sof\sthe|rest\sof\sthe)\s(?:lumbar\s|disc\s)*levels?(?!\w)|(?<=(?<!\w)no\s)other(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"(?<!\w)(?:multi-?level|(?:multiple|several|many|some|various)(?:\s\w+)?\slevels)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"(?<!\w)(?:lumbosacral|lumbo-sacral)\s(?:junction|disc|level)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Junction();

    [GeneratedRegex(@"^\s*(?:,|and|or|&|,\s*and|,\s*or)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^\s*(?:-|\u2013|to|through|thru|down\sto)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Through();

    /// <summary>The line break before a line that begins with a disc.</summary>
    [GeneratedRegex(@"\r?\n(?=[ \t]*[LT]\d{1,2}\s?[-/\u2013]\s?[LTS]?\d)", RegexOptions.IgnoreCase)]
    internal static partial Regex LineStart();
}
