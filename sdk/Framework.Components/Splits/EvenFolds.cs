namespace Framework.Components.Splits;

/// <summary>Deals subjects out to equally large folds that are alike in labels and sites.</summary>
/// <remarks>
/// Of each stratum every fold gets the k-th part, rounded down; the subjects left over go to different folds, and all in all to each fold equally many. Which
/// folds they go to is searched: exchanges between two folds, and moves, that bring the counts of labels and sites nearer to their k-th parts, from
/// several beginnings until every count is within one subject. Where none of them gets there, strata may be a subject less even, and then sites may.
/// </remarks>
internal static class EvenFolds
{
    private const int Beginnings = 100;

    /// <summary>The fold of each subject, from 0.</summary>
    /// <param name="subjects">At least as many as folds.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="random">Decides among equals.</param>
    public static int[] Deal(IReadOnlyList<Subject> subjects, int folds, RandomStream random)
    {
        var strata = new Strata(subjects);
        FoldSearch? best = null;
        foreach (var rules in Enum.GetValues<Evenness>())
        {
            for (var beginning = 0; beginning < Beginnings && !(best?.IsWithinOne(rules) ?? false); beginning++)
            {
                var dealt = new FoldSearch(strata, folds, random.Derive(rules.ToString()).Derive(beginning), rules);
                dealt.Improve(patience: beginning == 0 ? 0 : strata.Members.Count * folds);
                if (best is null || dealt.Drift.CompareTo(best.Drift) < 0)
                    best = dealt;
            }
        }

        return Hand(strata, best!, subjects.Count, random.Derive("members"));
    }

    private static int[] Hand(Strata strata, FoldSearch dealt, int subjects, RandomStream random)
    {
        var given = new int[subjects];
        for (var stratum = 0; stratum < strata.Members.Count; stratum++)
        {
            int[] members = [.. strata.Members[stratum]];
            random.Shuffle(members.AsSpan());
            var next = 0;
            for (var fold = 0; fold < dealt.Folds; fold++)
            {
                for (var count = dealt.Count(stratum, fold); count > 0; count--)
                    given[members[next++]] = fold;
            }
        }

        return given;
    }
}
