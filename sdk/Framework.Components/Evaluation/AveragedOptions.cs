namespace Framework.Components.Evaluation;

/// <summary>Options of metrics of single labels and classes.</summary>
public sealed record AveragedOptions : MetricOptions
{
    /// <summary>How the figures of several labels, or of the classes of one question, become one. Default: macro.</summary>
    public Average Average { get; init; }
}
