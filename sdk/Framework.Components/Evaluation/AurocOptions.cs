namespace Framework.Components.Evaluation;

/// <summary>Options of <c>auroc</c>.</summary>
public sealed record AurocOptions
{
    /// <summary>An interval around each figure; none by default.</summary>
    public ConfidenceOptions? Confidence { get; init; }
}
