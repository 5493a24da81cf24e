using Framework.Components.Evaluation.Decisions;

namespace Framework.Host.Engines.Triage;

/// <summary>What a triage would do with unseen patients at a threshold that finds a share of the validation part's positives.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Variant">The variant; null without a matrix.</param>
/// <param name="At">What is flagged: <c>series</c>, <c>study</c> or <c>subject</c>.</param>
/// <param name="Label">The label.</param>
/// <param name="Asked">The sensitivity on the validation part, above 0 and at most 1.</param>
/// <param name="Calls">Calls of the test part, over all folds and repeats.</param>
/// <param name="Units">How many fits have a threshold of their own among them.</param>
internal sealed record TriagePoint(string Stage, string? Variant, string At, string Label, double Asked, TwoByTwo Calls, int Units)
{
    /// <summary>The share that is called positive.</summary>
    public double Flagged => (Calls.TruePositives + Calls.FalsePositives) / Calls.Total;
}
