using System.Text.RegularExpressions;
using Framework.Components.Reports;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Finds the words that matter in a sentence, in order and without overlaps; the longest of those at a place holds.</summary>
internal sealed partial class Lexer
{
    private readonly (TermPattern Pattern, TokenKind Kind, int Value)[] _terms;
    private readonly Compound _compound;

    public Lexer(Vocabulary words, Compound compound)
    {
        _compound = compound;
        _terms =
        [
            .. Terms(words.Mild, TokenKind.Grade, 1), .. Terms(words.Moderate, TokenKind.Grade, 2), .. Terms(words.Severe, TokenKind.Grade, 3), .. Terms(words.Nothing, TokenKind.Not),
            .. Terms(["left", "left sided", "leftward"], TokenKind.Side, 1), .. Terms(["right", "right sided", "rightward"], TokenKind.Side, 2),
            .. Terms(["bilateral", "bilaterally", "both", "both sides"], TokenKind.Side, 3),
            .. Terms(words.Canal, TokenKind.Canal), .. Terms(words.Foramen, TokenKind.Foramen), .. Terms(words.Elsewhere, TokenKind.Recess),
            .. Terms(words.Narrowing, TokenKind.Narrow), .. Terms(words.Open, TokenKind.Open),
            .. Terms(words.Bulge, TokenKind.Bulge), .. Terms(words.Complex, TokenKind.Complex), .. Terms(words.Facet, TokenKind.Facet), .. Terms(words.Arthropathy, TokenKind.Arthropathy),
            .. Terms(words.Flavum, TokenKind.Flavum), .. Terms(words.Thickening, TokenKind.Thick), .. Terms(words.Lipomatosis, TokenKind.Fat),
            .. Terms(["and", "or", "as well as"], TokenKind.And),
            .. Terms(["but", "however", "with", "while", "whereas", "although", "though", "causing", "cause", "causes", "resulting in", "result in", "results in", "producing", "produces", "produce", "contributing to", "which", "there is", "there are", "due to", "by", "except", "secondary to", "this causes"], TokenKind.Break),
        ];
    }

    /// <summary>The sentence with comparisons rewritten, so that "left greater than right" is both sides and what was before is not read.</summary>
    public static string Plain(string sentence)
    {
        var text = Comparison().Replace(sentence, match => " bilateral");
        text = Before().Replace(text, " ");
        text = AtMost().Replace(text, " ");
        return ThanElsewhere().Replace(text, " ");
    }

    /// <summary>The tokens of a sentence that <see cref="Plain"/> has been through.</summary>
    public IReadOnlyList<Token> Read(string sentence)
    {
        var all = LevelMentions.In(sentence)
            .Concat(_terms.SelectMany(term => term.Pattern.In(sentence).Select(place => new Token(term.Kind, place.Start, place.Length, term.Value))))
            .Concat(Signs().Matches(sentence).Select(match => new Token(Sign(match.Value), match.Index, match.Length)))
            .OrderBy(token => token.Start).ThenByDescending(token => token.Kind == TokenKind.Level).ThenByDescending(token => token.Length);
        var tokens = new List<Token>();
        foreach (var token in all)
        {
            if (tokens.Count > 0 && token.Start < tokens[^1].End && !IsBoth(tokens[^1], token))
                continue;
            if (tokens.Count > 0 && token.Kind == TokenKind.Grade && tokens[^1].Kind == TokenKind.Grade && Pair().IsMatch(sentence[tokens[^1].End..token.Start]))
                tokens[^1] = tokens[^1] with { Length = token.End - tokens[^1].Start, Value = _compound == Compound.Up ? Math.Max(tokens[^1].Value, token.Value) : Math.Min(tokens[^1].Value, token.Value) };
            else
                tokens.Add(token);
        }

        return tokens;
    }

    // "hypertrophy" is of facets and of ligaments.
    private static bool IsBoth(Token a, Token b) => a.Start == b.Start && (a.Kind, b.Kind) is (TokenKind.Arthropathy, TokenKind.Thick) or (TokenKind.Thick, TokenKind.Arthropathy);

    private static IEnumerable<(TermPattern, TokenKind, int)> Terms(IEnumerable<string> words, TokenKind kind, int value = 0) => words.Select(word => (new TermPattern(word), kind, value));

    private static TokenKind Sign(string sign) => sign switch
    {
        "," => TokenKind.Comma,
        ":" => TokenKind.Colon,
        "&" => TokenKind.And,
        _ => TokenKind.Break,
    };

    [GeneratedRegex(@"[,;:&]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"^(?:\s*[-\u2013/]\s*|[\s-]+(?:to|or)[\s-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?:,\s*)?(?<!\w)(?:left|right)\s(?:side\s)?(?:is\s)?(?:slightly\s|much\s)?(?:greater|worse|more|larger|more severe)\sthan\s(?:the\s)?(?:left|right)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"(?<!\w)(?:previously|formerly|was)\s(?:no|mild|moderate|severe|minimal|normal)(?:\s(?:to|-)\s\w+)?(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?<!\w)(?:no\smore\sthan|not\smore\sthan|no\s(?:significant\s)?(?:interval\s)?change\s(?:in|of)(?:\sthe)?|up\sto|at\smost)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"(?:,\s*)?(?<!\w)(?:\w+\s)?(?:than|as)\s(?:at|that at|seen at)\s[LTS]\d{1,2}\s?[-/\u2013]\s?[LS]?\d(?!\w)|(?:,\s*)?(?<!\w)similar\sto\s[LTS]\d{1,2}\s?[-/\u2013]\s?[LS]?\d(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex ThanElsewhere();
}
