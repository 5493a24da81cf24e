namespace Framework.Components.Evaluation;

/// <summary>Area under the receiver operating characteristic: the chance that a positive scores above a negative, ties counting half.</summary>
/// <remarks>One figure for each label over the rows whose target is known, and the mean of those that are defined.</remarks>
/// <param name="options">The interval, if any.</param>
public sealed class Auroc(AurocOptions options) : IMetric
{
    private readonly PerLabel _figures = new("auroc", higherIsBetter: true, (targets, outputs) => RocCurve.Of(targets, outputs).Area, options.Confidence);

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => _figures.Compute(predictions);
}
