namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Which grades a clause gives to a part of the spine, and on which sides.</summary>
internal static class Grades
{
    /// <summary>The sides and grades of the site at a place of a clause.</summary>
    public static IReadOnlyList<Graded> Of(IReadOnlyList<Token> clause, int site)
    {
        var graded = Before(clause, site);
        After(graded, clause, site);
        return graded;
    }

    // "mild right, moderate left", "bilateral mild", "left and right"; one without a grade has that of the part it is joined to: "mild canal and foraminal".
    private static List<Graded> Before(IReadOnlyList<Token> clause, int site)
    {
        var from = site - 1;
        while (from >= 0 && !clause[from].IsFinding && clause[from].Kind is not (TokenKind.Open or TokenKind.Colon) && !IsNarrowOfAnother(clause, from))
            from--;
        var graded = new List<Graded>();
        int? grade = null;
        for (var i = from + 1; i < site; i++)
        {
            if (GradeOf(clause, i) is { } found)
                grade = found;
            else if (clause[i].Kind == TokenKind.Side)
                graded.Add(new Graded(clause[i].Value, grade));
        }

        if (grade is null && from >= 0 && clause[from].IsSite && clause.Skip(from + 1).Take(site - from - 1).All(token => token.Kind is TokenKind.And or TokenKind.Comma or TokenKind.Side))
            grade = Before(clause, from).Select(before => before.Grade).LastOrDefault();
        if (graded.Count == 0)
            return [new Graded(0, grade)];
        return [.. graded.Select(one => one with { Grade = one.Grade ?? grade })];
    }

    // "mild stenosis of the canal" has the word before the part.
    private static bool IsNarrowOfAnother(IReadOnlyList<Token> clause, int at) => clause[at].Kind == TokenKind.Narrow && clause.Take(at).Any(token => token.IsFinding);

    // "is mild on the left and severe on the right", ": left mild, right severe", "bilaterally".
    private static void After(List<Graded> graded, IReadOnlyList<Token> clause, int site)
    {
        var words = Following(clause, site);
        var at = 0;
        var isFirst = words.Count > 0 && words[0].Grade is not null && (graded[0].Side != 0 || words.Count < 2 || words[1].Side is null);
        if (isFirst && graded.All(one => one.Grade is null))
        {
            for (var i = 0; i < graded.Count; i++)
                graded[i] = graded[i] with { Grade = words[0].Grade };
            at = 1;
        }

        var isSideFirst = at < words.Count && words[at].Side is not null;
        for (; at < words.Count; at++)
        {
            if (words[at].Side is not { } side)
                continue;
            var own = isSideFirst ? (at + 1 < words.Count ? words[at + 1].Grade : null) : words[at - 1].Grade;
            if (graded is [{ Side: 0 }])
                graded[0] = new Graded(side, own ?? graded[0].Grade);
            else
                graded.Add(new Graded(side, own ?? graded[^1].Grade));
        }
    }

    // Sides and grades up to the next part; what stands after the last comma or "and" before it is that part's.
    private static List<(int? Side, int? Grade)> Following(IReadOnlyList<Token> clause, int site)
    {
        var end = site + 1;
        while (end < clause.Count && !clause[end].IsFinding)
            end++;
        if (end < clause.Count)
        {
            while (end > site + 1 && clause[end - 1].Kind is not (TokenKind.And or TokenKind.Comma))
                end--;
        }

        var words = new List<(int?, int?)>();
        for (var i = site + 1; i < end; i++)
        {
            if (GradeOf(clause, i) is { } grade)
                words.Add((null, grade));
            else if (clause[i].Kind == TokenKind.Side)
                words.Add((clause[i].Value, null));
        }

        return words;
    }

    private static int? GradeOf(IReadOnlyList<Token> clause, int at) => clause[at].Kind switch
    {
        TokenKind.Grade => clause[at].Value,
        TokenKind.Not => 0,
        _ => null,
    };
}
