namespace Framework.Components.Evaluation;

/// <summary>Area under the precision-recall curve, summed without interpolation: the mean of the precisions at each positive, ties taken together.</summary>
/// <remarks>One figure for each label over the rows whose target is known, and the mean of those that are defined.</remarks>
/// <param name="options">The interval, if any.</param>
public sealed class AveragePrecision(AveragePrecisionOptions options) : IMetric
{
    private readonly PerLabel _figures = new("average-precision", higherIsBetter: true, (targets, outputs) => PrecisionRecallCurve.Of(targets, outputs).AveragePrecision, options.Confidence);

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => _figures.Compute(predictions);
}
