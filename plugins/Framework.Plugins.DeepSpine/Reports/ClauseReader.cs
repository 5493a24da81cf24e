using Framework.Components.Reports;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Which conditions a clause asserts, grades or denies.</summary>
internal sealed class ClauseReader(Assertions assertions, Doubt doubt, int? ungraded)
{
    /// <summary>The conditions with their values; null where one is named but not decided.</summary>
    /// <param name="sentence">The whole sentence.</param>
    /// <param name="words">All its words but for levels.</param>
    /// <param name="clause">Words of one clause.</param>
    public IEnumerable<(Condition Condition, int? Value)> Read(string sentence, IReadOnlyList<Token> words, IReadOnlyList<Token> clause)
    {
        var (text, from) = Text(sentence, words, clause);
        for (var i = 0; i < clause.Count; i++)
        {
            var token = clause[i];
            var said = token.Start >= from && token.End <= from + text.Length ? assertions.Of(text, token.Start - from, token.Length) : Assertion.Present;
            foreach (var found in token.Kind switch
            {
                TokenKind.Canal or TokenKind.Foramen => Narrowed(clause, i, said),
                TokenKind.Bulge => Binary(clause, i, said, Condition.DiscBulge),
                TokenKind.Complex => Binary(clause, i, said, Condition.DiscOsteophyte),
                TokenKind.Fat => Binary(clause, i, said, Condition.Lipomatosis),
                TokenKind.Flavum => Thick(clause, i, said),
                TokenKind.Facet => Facets(clause, i, said),
                _ => [],
            })
            {
                yield return found;
            }
        }
    }

    private IEnumerable<(Condition, int?)> Narrowed(IReadOnlyList<Token> clause, int site, Assertion said)
    {
        var isCanal = clause[site].Kind == TokenKind.Canal;
        var isHeader = site + 1 < clause.Count && clause[site + 1].Kind == TokenKind.Colon;
        var isNarrow = Has(clause, TokenKind.Narrow);
        if (!isNarrow && Has(clause, TokenKind.Open))
            return Sides(Grades.Of(clause, site), isCanal).Select(one => (one.Condition, (int?)0));
        if (!isNarrow && !isHeader)
            return [];
        if (IsOnlyLimited(clause, site))
            return Sides(Grades.Of(clause, site), isCanal).Select(one => (one.Condition, (int?)null));
        return Sides(Grades.Of(clause, site), isCanal).Select(one => (one.Condition, Value(one.Grade, said)));
    }

    private int? Value(int? grade, Assertion said)
    {
        var decided = grade ?? (said == Assertion.Absent ? 0 : ungraded);
        return said == Assertion.Uncertain ? Doubtful(decided) : decided;
    }

    // "No severe stenosis" leaves the lower grades open.
    private static bool IsOnlyLimited(IReadOnlyList<Token> clause, int site)
    {
        for (var i = 0; i + 1 < site; i++)
        {
            if (clause[i].Kind == TokenKind.Not && clause[i + 1].Kind == TokenKind.Grade)
                return true;
        }

        return false;
    }

    private IEnumerable<(Condition, int?)> Binary(IReadOnlyList<Token> clause, int at, Assertion said, Condition condition) => [(condition, Present(IsDenied(clause, at) ? Assertion.Absent : said))];

    private IEnumerable<(Condition, int?)> Thick(IReadOnlyList<Token> clause, int at, Assertion said)
    {
        if (Has(clause, TokenKind.Thick))
            return Binary(clause, at, said, Condition.Flavum);
        return Has(clause, TokenKind.Open) ? [(Condition.Flavum, 0)] : [];
    }

    private IEnumerable<(Condition, int?)> Facets(IReadOnlyList<Token> clause, int at, Assertion said)
    {
        var isOpen = Has(clause, TokenKind.Open);
        if (!isOpen && !Has(clause, TokenKind.Arthropathy))
            return [];
        var value = isOpen && !Has(clause, TokenKind.Arthropathy) ? 0 : Present(IsDenied(clause, at) ? Assertion.Absent : said);
        return Sides(Grades.Of(clause, at), isCanal: false).Select(one =>
            (one.Condition == Condition.LeftForaminal ? Condition.LeftFacet : Condition.RightFacet, one.Grade == 0 && value == 1 ? 0 : value));
    }

    // "absent" and the like after the word; a grade between a denial and the word takes the denial away: "no bulge, mild arthropathy" has two clauses.
    private static bool IsDenied(IReadOnlyList<Token> clause, int at) => at + 1 < clause.Count && clause[^1].Kind == TokenKind.Not && clause.Count == at + 2;

    private int? Present(Assertion said) => said switch
    {
        Assertion.Present => 1,
        Assertion.Absent => 0,
        _ => Doubtful(1),
    };

    private int? Doubtful(int? value) => doubt switch
    {
        Doubt.Present => value,
        Doubt.Absent => 0,
        _ => null,
    };

    private static IEnumerable<(Condition Condition, int? Grade)> Sides(IReadOnlyList<Graded> graded, bool isCanal)
    {
        if (isCanal)
            return [(Condition.Canal, graded.Select(one => one.Grade).FirstOrDefault(grade => grade is not null))];
        return graded.SelectMany(one => Where(one.Side).Select(condition => (condition, one.Grade)));
    }

    // Without a side both are meant.
    private static Condition[] Where(int side) => side switch
    {
        1 => [Condition.LeftForaminal],
        2 => [Condition.RightForaminal],
        _ => [Condition.LeftForaminal, Condition.RightForaminal],
    };

    private static bool Has(IReadOnlyList<Token> clause, TokenKind kind) => clause.Any(token => token.Kind == kind);

    // The clause with what stands around it, from the word before it to the word after it: "possible" and "cannot be excluded" are no tokens.
    private static (string Text, int From) Text(string sentence, IReadOnlyList<Token> words, IReadOnlyList<Token> clause)
    {
        // Words that a segment has borrowed lie elsewhere in the sentence; the clause's own begin with its first.
        var own = clause.TakeWhile((token, i) => i == 0 || token.Start >= clause[i - 1].Start).ToList();
        var from = words.Where(word => word.End <= own[0].Start).Select(word => word.End).DefaultIfEmpty(0).Max();
        var end = words.Where(word => word.Start >= own[^1].End).Select(word => word.Start).DefaultIfEmpty(sentence.Length).Min();
        return (sentence[from..end], from);
    }
}
