namespace Framework.Components.Evaluation.Findings;

/// <summary>The share of true objects that a detector finds, for each class.</summary>
/// <remarks>
/// Gives <c>detection-recall</c> over all objects together, and <c>detection-recall-mean</c> and <c>-sd</c> (n - 1) of the shares of the cases that have objects. Each object
/// is found once, by the surest finding that overlaps enough.
/// </remarks>
/// <param name="options">What a hit is.</param>
public sealed class DetectionRecall(DetectionOptions options) : IFindingMetric
{
    /// <inheritdoc />
    public bool JoinsSlices => options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) =>
        ClassFigures.Compute(predictions, KnownTruths.OfObjects, rows => new Figures(rows, options), options);

    private sealed class Figures(IReadOnlyList<IReadOnlyList<CaseFindings>> rows, DetectionOptions options) : HitFigures(("detection-recall", null), rows, options)
    {
        protected override (double Hits, double Of, double Others) Count(CaseHits hits, double score) => (hits.Count(score, Hit.True), hits.Truths, 0);
    }
}
