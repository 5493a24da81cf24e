using System.Text.RegularExpressions;
using Framework.Components.Reports;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>What a sentence says of which discs.</summary>
internal sealed partial class SentenceReader(ReportLabelsOptions options)
{
    private readonly Lexer _lexer = new(options.Words, options.Compound);
    private readonly ClauseReader _clauses = new(new Assertions(options.Assertions), options.Doubtful, options.Ungraded);
    private readonly TermPattern[] _normal = [.. options.Words.Normal.OrderByDescending(term => term.Length).Select(term => new TermPattern(term))];

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="current">The discs that the sentence before spoke of; becomes those that this one speaks of.</param>
    /// <returns>What is said; of a normal disc all nine conditions, with <c>IsNormal</c>.</returns>
    public IEnumerable<(Said Said, bool IsNormal)> Read(string sentence, ref LevelGroup current)
    {
        var plain = Lexer.Plain(sentence);
        var tokens = _lexer.Read(plain);
        var said = new List<(Said, bool)>();
        foreach (var segment in Segments.Of(plain, tokens))
        {
            var discs = segment.Discs ?? current;
            if (segment.Discs is { Reach: Reach.Named } && !Unsaid(segment.Discs, plain))
                current = segment.Discs;
            if (segment.Discs is not null && segment.Tokens.All(token => token.Kind is TokenKind.Open or TokenKind.Not or TokenKind.Colon or TokenKind.Comma or TokenKind.And or TokenKind.Arthropathy) && IsNormal(plain, tokens))
                said.AddRange(discs.Discs.SelectMany(disc => Conditions.All.Select(condition => (new Said(disc, condition, 0, discs.Reach, sentence), true))));
            foreach (var (condition, value) in Found(plain, tokens, segment))
                said.AddRange(discs.Discs.Select(disc => (new Said(disc, condition, value, discs.Reach, sentence), false)));
        }

        return said;
    }

    private List<(Condition Condition, int? Value)> Found(string sentence, IReadOnlyList<Token> tokens, Segment segment)
    {
        var words = tokens.Where(token => token.Kind != TokenKind.Level).ToList();
        var found = new List<(Condition, int?)>();
        (Token Site, Token? Disease)? last = null;
        foreach (var clause in Clauses.Of(segment.Tokens))
        {
            // "Moderate left foraminal stenosis; the right is patent": a side alone speaks of the part before it.
            var isAlone = last is not null && !clause.Any(token => token.IsFinding) && clause.Any(token => token.Kind == TokenKind.Side);
            found.AddRange(_clauses.Read(sentence, words, isAlone ? WithPart(clause, last!.Value) : clause));
            if (clause.FirstOrDefault(token => token.Kind is TokenKind.Foramen or TokenKind.Facet) is { } site)
                last = (site, clause.FirstOrDefault(token => token.Kind is TokenKind.Narrow or TokenKind.Arthropathy));
        }

        return found;
    }

    private static IReadOnlyList<Token> WithPart(IReadOnlyList<Token> clause, (Token Site, Token? Disease) part) =>
        part.Disease is null || clause.Any(token => token.Kind == TokenKind.Open) ? [.. clause, part.Site] : [.. clause, part.Site, part.Disease];

    // Nothing but levels, a phrase that says that all is well, and small words.
    private bool IsNormal(string sentence, IReadOnlyList<Token> tokens)
    {
        var rest = sentence;
        foreach (var level in tokens.Where(token => token.Kind == TokenKind.Level).Reverse())
            rest = rest.Remove(level.Start, level.Length);
        foreach (var pattern in _normal)
        {
            var places = pattern.In(rest).ToList();
            if (places.Count != 1)
                continue;
            return Small().Replace(rest.Remove(places[0].Start, places[0].Length), "").Trim(' ', '.', ',', ':', ';', '-').Length == 0;
        }

        return false;
    }

    private static bool Unsaid(LevelGroup group, string sentence) => group.Discs.Count == 0 && sentence.Contains("multi", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<!\w)(?:the|is|are|at|of|appears?|appear|and|levels?|discs?|disks?|also|there|both|in|lumbar|otherwise|\d\.)(?!\w)|\d\.", RegexOptions.IgnoreCase)]
    private static partial Regex Small();
}
