namespace Framework.Components.Evaluation;

/// <summary>Options of <c>auroc</c>.</summary>
/// <example>{ use: auroc, average: weighted, confidence: { method: delong } }</example>
public sealed record AurocOptions : MetricOptions
{
    /// <summary>How the figures of several labels, or of the classes of one question against the rest, become one. Default: macro.</summary>
    public Average Average { get; init; }

    private protected override ConfidenceMethod? Formula => ConfidenceMethod.Delong;
}
