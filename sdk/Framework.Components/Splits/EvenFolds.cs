namespace Framework.Components.Splits;

/// <summary>Deals subjects out to equally large folds that are alike in labels and sites.</summary>
/// <remarks>
/// Of each stratum every fold gets the k-th part, rounded down; the subjects left over, fewer than k a stratum, go to different folds, and all in all to each
/// fold equally many. That holds always. Which folds they go to is searched: exchanges between two folds, and moves, as long as they bring the counts
/// of labels and sites nearer to their k-th parts, from several beginnings until every count is within one subject.
/// </remarks>
internal static class EvenFolds
{
    private const int Beginnings = 300;
    private const double Bound = 1 + 1e-9;

    /// <summary>The fold of each subject, from 0.</summary>
    /// <param name="subjects">At least as many as folds.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="random">Decides among equals.</param>
    public static int[] Deal(IReadOnlyList<Subject> subjects, int folds, RandomStream random)
    {
        var strata = new Strata(subjects);
        LeftOver? best = null;
        for (var beginning = 0; beginning < Beginnings && !(best?.Drift <= Bound); beginning++)
        {
            var dealt = new LeftOver(strata, folds, random.Derive("beginning").Derive(beginning), shuffled: beginning > 0);
            dealt.Improve();
            if (best is null || dealt.Drift < best.Drift)
                best = dealt;
        }

        return Hand(strata, best!, subjects.Count, random.Derive("members"));
    }

    private static int[] Hand(Strata strata, LeftOver left, int subjects, RandomStream random)
    {
        var given = new int[subjects];
        for (var stratum = 0; stratum < strata.Members.Count; stratum++)
        {
            int[] members = [.. strata.Members[stratum]];
            random.Shuffle(members.AsSpan());
            var next = 0;
            for (var fold = 0; fold < left.Folds; fold++)
            {
                for (var count = (members.Length / left.Folds) + (left.Has(stratum, fold) ? 1 : 0); count > 0; count--)
                    given[members[next++]] = fold;
            }
        }

        return given;
    }
}
