namespace Framework.Components.Evaluation;

/// <summary>Options of <c>log-loss</c>.</summary>
public sealed record LogLossOptions
{
    /// <summary>An interval around each figure; none by default.</summary>
    public ConfidenceOptions? Confidence { get; init; }
}
