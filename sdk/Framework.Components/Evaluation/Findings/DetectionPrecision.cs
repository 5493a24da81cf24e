namespace Framework.Components.Evaluation.Findings;

/// <summary>The share of a detector's findings that are true objects, for each class.</summary>
/// <remarks>
/// Gives <c>detection-precision</c> over all findings together, <c>detection-precision-mean</c> and <c>-sd</c> (n - 1) of the shares of the cases with findings, and
/// <c>false-positives</c>, the mean number of wrong findings in a case. A second finding on the same object is wrong.
/// </remarks>
/// <param name="options">What a hit is.</param>
public sealed class DetectionPrecision(DetectionOptions options) : IFindingMetric
{
    /// <inheritdoc />
    public bool JoinsSlices => options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) =>
        ClassFigures.Compute(predictions, KnownTruths.OfObjects, rows => new Figures(rows, options), options);

    private sealed class Figures(IReadOnlyList<IReadOnlyList<CaseFindings>> rows, DetectionOptions options) : HitFigures(("detection-precision", "false-positives"), rows, options)
    {
        protected override (double Hits, double Of, double Others) Count(CaseHits hits, double score)
        {
            var (right, wrong) = (hits.Count(score, Hit.True), hits.Count(score, Hit.Again) + hits.Count(score, Hit.False));
            return (right, right + wrong, wrong);
        }
    }
}
