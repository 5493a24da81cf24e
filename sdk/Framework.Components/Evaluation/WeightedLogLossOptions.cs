namespace Framework.Components.Evaluation;

/// <summary>Options of <c>weighted-log-loss</c>.</summary>
public sealed record WeightedLogLossOptions : MetricOptions
{
    /// <summary>Weights of labels by name, above 0; labels that are not named weigh 1. RSNA 2019: <c>{ any: 2 }</c>.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
}
