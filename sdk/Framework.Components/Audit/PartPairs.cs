namespace Framework.Components.Audit;

/// <summary>Which groups of cases lie in two parts at once, over all folds.</summary>
internal static class PartPairs
{
    private static readonly (Part, Part)[] All =
    [
        (Part.Train, Part.Validate), (Part.Train, Part.Test), (Part.Train, Part.External),
        (Part.Validate, Part.Test), (Part.Validate, Part.External), (Part.Test, Part.External),
    ];

    /// <summary>For each pair of parts that share a group: the groups of the fold that has most, and in how many folds it is so.</summary>
    /// <param name="groups">Cases by their number that belong together, at least two each.</param>
    /// <param name="divisions">The folds.</param>
    public static IEnumerable<(Part First, Part Second, IReadOnlyList<int[]> Groups, int Folds)> Shared(IReadOnlyList<int[]> groups, IReadOnlyList<AuditDivision> divisions)
    {
        foreach (var (first, second) in All)
        {
            int[][] most = [];
            var folds = 0;
            foreach (var division in divisions)
            {
                int[][] shared = [.. groups.Where(group => Lies(group, division, first) && Lies(group, division, second))];
                folds += shared.Length > 0 ? 1 : 0;
                most = shared.Length > most.Length ? shared : most;
            }

            if (most.Length > 0)
                yield return (first, second, most, folds);
        }
    }

    /// <summary>A finding for each pair of parts that share a group.</summary>
    /// <param name="kind">What the cases of a group share.</param>
    /// <param name="severity">What that means for the figures.</param>
    /// <param name="groups">Cases by their number that belong together, at least two each.</param>
    /// <param name="input">What is audited.</param>
    /// <param name="words">What to say of so many groups in two parts, such as <c>both train and test</c>.</param>
    public static IEnumerable<AuditFinding> Findings(string kind, AuditSeverity severity, IReadOnlyList<int[]> groups, AuditInput input, Func<int, string, string> words) =>
        Shared(groups, input.Divisions).Select(pair => new AuditFinding
        {
            Kind = kind,
            Severity = severity,
            Parts = [Name(pair.First), Name(pair.Second)],
            Count = pair.Groups.Count,
            Folds = pair.Folds,
            Cases = Examples(pair.Groups, input.Index),
            Words = words(pair.Groups.Count, $"both {Name(pair.First)} and {Name(pair.Second)}"),
        });

    public static string Name(Part part) => part.ToString().ToLowerInvariant();

    /// <summary>The first groups, by identity.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Examples(IEnumerable<int[]> groups, DataIndex index) =>
        [.. groups.Take(100).Select(group => (IReadOnlyList<string>)[.. group.Take(20).Select(at => index.Cases[at].Id)])];

    private static bool Lies(int[] group, AuditDivision division, Part part) => Array.Exists(group, at => division.Parts[at] == part);
}
