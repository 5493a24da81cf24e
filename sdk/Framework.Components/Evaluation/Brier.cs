namespace Framework.Components.Evaluation;

/// <summary>Mean squared difference between probability and outcome (Brier 1950).</summary>
/// <remarks>One figure for each label over the rows whose target is known, and the mean of those that are defined.</remarks>
/// <param name="options">The interval, if any.</param>
public sealed class Brier(BrierOptions options) : IMetric
{
    private readonly PerLabel _figures = new("brier", higherIsBetter: false, MeanSquare, options.Confidence);

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => _figures.Compute(predictions);

    private static double MeanSquare(ReadOnlySpan<double> targets, ReadOnlySpan<double> outputs)
    {
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
            sum += (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
        return sum / targets.Length;
    }
}
