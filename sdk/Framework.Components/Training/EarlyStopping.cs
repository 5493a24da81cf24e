using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training;

/// <summary>When to stop before the last epoch: the score by which epochs are selected no longer gets better.</summary>
/// <example>{ patience: 10, min_delta: 0.001 }</example>
public sealed record EarlyStopping
{
    /// <summary>Stops after so many epochs in a row that were no better, at least 1.</summary>
    [Range(1, 1_000_000)]
    public required int Patience { get; init; }

    /// <summary>By how much a score must be better than the best one to count, 0 or more, in the score's own unit. Default: 0.</summary>
    [Range(0.0, 1e12)]
    public double MinDelta { get; init; }

    /// <summary>Whether training ends after the last of these epochs.</summary>
    internal bool Ends(ScoreHistory history)
    {
        var (best, waited) = (double.NaN, 0);
        foreach (var score in history.Scores)
        {
            var isBetter = double.IsNaN(best) ? !double.IsNaN(score) : history.IsBetter(score, history.HigherIsBetter ? best + MinDelta : best - MinDelta);
            (best, waited) = isBetter ? (score, 0) : (best, waited + 1);
        }

        return waited >= Patience;
    }
}
