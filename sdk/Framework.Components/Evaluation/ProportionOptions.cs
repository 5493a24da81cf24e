namespace Framework.Components.Evaluation;

/// <summary>Options of metrics that are shares of cases.</summary>
public sealed record ProportionOptions : MetricOptions
{
    /// <summary>How the figures of several labels, or of the classes of one question, become one. Default: macro.</summary>
    public Average Average { get; init; }

    private protected override ConfidenceMethod? Formula => ConfidenceMethod.Wilson;
}
