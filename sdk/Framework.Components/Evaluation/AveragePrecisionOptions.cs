namespace Framework.Components.Evaluation;

/// <summary>Options of <c>average-precision</c>.</summary>
public sealed record AveragePrecisionOptions
{
    /// <summary>An interval around each figure; none by default.</summary>
    public ConfidenceOptions? Confidence { get; init; }
}
