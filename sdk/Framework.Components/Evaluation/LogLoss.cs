namespace Framework.Components.Evaluation;

/// <summary>Mean binary cross-entropy in nats; probabilities are clipped to [1e-15, 1 - 1e-15].</summary>
/// <remarks>One figure for each label over the rows whose target is known, and the mean of those that are defined.</remarks>
/// <param name="options">The interval, if any.</param>
public sealed class LogLoss(LogLossOptions options) : IMetric
{
    private readonly PerLabel _figures = new("log-loss", higherIsBetter: false, LogLossTerms.Mean, options.Confidence);

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => _figures.Compute(predictions);
}
