namespace Framework.Sdk;

/// <summary>What the epochs so far scored on the validation part, by the criterion that selects among them.</summary>
/// <param name="Scores">One for each finished epoch, in order; NaN where the criterion was not defined.</param>
/// <param name="HigherIsBetter">Whether a higher score is a better one.</param>
public sealed record ScoreHistory(IReadOnlyList<double> Scores, bool HigherIsBetter)
{
    /// <summary>The epoch of the best score, from 0: the first where several are equal. Null where no score is defined.</summary>
    public int? Best
    {
        get
        {
            int? best = null;
            for (var epoch = 0; epoch < Scores.Count; epoch++)
            {
                if (!double.IsNaN(Scores[epoch]) && (best is not { } so || IsBetter(Scores[epoch], Scores[so])))
                    best = epoch;
            }

            return best;
        }
    }

    /// <summary>Whether a score is better than another one; never where it is NaN.</summary>
    public bool IsBetter(double score, double than) => HigherIsBetter ? score > than : score < than;
}
