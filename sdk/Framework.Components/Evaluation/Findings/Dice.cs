namespace Framework.Components.Evaluation.Findings;

/// <summary>Dice's coefficient of predicted and true voxels, 2 |A and B| / (|A| + |B|) (Dice 1945), for each class but the background.</summary>
/// <remarks>
/// Gives <c>dice</c>, the mean over cases, <c>dice-sd</c>, their deviation (n - 1), and <c>dice-pooled</c>, that of all cases' voxels together. A detector's masks from
/// the score on are taken together.
/// </remarks>
/// <param name="options">Scores, empty cases and the interval.</param>
public sealed class Dice(OverlapOptions options) : IFindingMetric
{
    /// <inheritdoc />
    public bool JoinsSlices => options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => ClassFigures.Compute(
        predictions, KnownTruths.OfVoxels, rows => new OverlapFigures("dice", (both, predicted, truth) => 2 * both / (predicted + truth), rows, options), options);
}
