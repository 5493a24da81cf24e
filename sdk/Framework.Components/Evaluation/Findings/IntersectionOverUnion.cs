namespace Framework.Components.Evaluation.Findings;

/// <summary>Intersection over union of predicted and true voxels (Jaccard 1912), for each class but the background.</summary>
/// <remarks>
/// Gives <c>iou</c>, the mean over cases, <c>iou-sd</c>, their deviation (n - 1), and <c>iou-pooled</c>, that of all cases' voxels together. A detector's masks from the
/// score on are taken together.
/// </remarks>
/// <param name="options">Scores, empty cases and the interval.</param>
public sealed class IntersectionOverUnion(OverlapOptions options) : IFindingMetric
{
    /// <inheritdoc />
    public bool JoinsSlices => options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => ClassFigures.Compute(
        predictions, KnownTruths.OfVoxels, rows => new OverlapFigures("iou", (both, predicted, truth) => both / (predicted + truth - both), rows, options), options);
}
