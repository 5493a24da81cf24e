namespace Framework.Components.Evaluation;

/// <summary>Options of <c>brier</c>.</summary>
public sealed record BrierOptions
{
    /// <summary>An interval around each figure; none by default.</summary>
    public ConfidenceOptions? Confidence { get; init; }
}
