namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Divides the words of a segment into clauses: each asserts or denies as a whole.</summary>
internal static class Clauses
{
    /// <summary>The clauses in order; none is empty.</summary>
    public static IReadOnlyList<IReadOnlyList<Token>> Of(IReadOnlyList<Token> tokens)
    {
        var clauses = new List<IReadOnlyList<Token>>();
        var open = new List<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Break || IsWithout(tokens[i], open) || (IsJoint(tokens[i]) && BeginsAnew(open, tokens, i + 1)))
            {
                Close(clauses, ref open);
                if (tokens[i].Kind is TokenKind.Not)
                    open.Add(tokens[i]);
            }
            else
            {
                open.Add(tokens[i]);
            }
        }

        Close(clauses, ref open);
        return clauses;
    }

    private static void Close(List<IReadOnlyList<Token>> clauses, ref List<Token> open)
    {
        while (open.Count > 0 && IsJoint(open[^1]))
            open.RemoveAt(open.Count - 1);
        if (open.Count > 0)
            clauses.Add(open);
        open = [];
    }

    // "Disc bulge without stenosis": a denial after something whole denies what follows alone.
    private static bool IsWithout(Token token, List<Token> open) => token.Kind == TokenKind.Not && open.Count > 0 && !IsJoint(open[^1]) && open[^1].Kind is TokenKind.Bulge or TokenKind.Complex or TokenKind.Narrow or TokenKind.Arthropathy or TokenKind.Thick or TokenKind.Fat && token.Length >= 7;

    private static bool IsJoint(Token token) => token.Kind is TokenKind.And or TokenKind.Comma;

    // After something whole, ", mild left foraminal stenosis" and "and the right foramen is patent" begin anew; ", mild on the left" does not.
    private static bool BeginsAnew(List<Token> open, IReadOnlyList<Token> tokens, int from)
    {
        if (!IsWhole(open))
            return false;
        var hasGrade = false;
        for (var i = from; i < tokens.Count && tokens[i].Kind != TokenKind.Break; i++)
        {
            if (tokens[i].Kind is TokenKind.Grade or TokenKind.Not)
                hasGrade = true;
            else if (tokens[i].IsFinding)
                return hasGrade || IsOpen(tokens, i) || open[^1].Kind == TokenKind.Open;
            else if (tokens[i].Kind is TokenKind.Open)
                return Opens(tokens, i + 1);
            else if (tokens[i].Kind is not (TokenKind.Side or TokenKind.And or TokenKind.Comma))
                return hasGrade && tokens[i].Kind is TokenKind.Thick or TokenKind.Arthropathy or TokenKind.Narrow;
        }

        return false;
    }

    private static bool IsOpen(IReadOnlyList<Token> tokens, int site)
    {
        var at = site + 1;
        while (at < tokens.Count && (tokens[at].IsSite || tokens[at].Kind is TokenKind.And or TokenKind.Facet))
            at++;
        return at < tokens.Count && tokens[at].Kind == TokenKind.Open;
    }

    private static bool Opens(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && (tokens[at].IsSite || tokens[at].Kind == TokenKind.Facet);

    private static bool IsWhole(List<Token> clause) =>
        clause.Any(token => token.Kind is TokenKind.Bulge or TokenKind.Complex or TokenKind.Fat)
        || (clause.Any(token => token.IsFinding) && clause.Any(token => token.Kind is TokenKind.Narrow or TokenKind.Open or TokenKind.Arthropathy or TokenKind.Thick));
}
