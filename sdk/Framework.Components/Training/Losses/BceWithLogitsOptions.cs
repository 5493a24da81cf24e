namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>bce-with-logits</c>.</summary>
public sealed record BceWithLogitsOptions
{
    /// <summary>How much a positive counts against a negative: none, balanced (negatives / positives of the training part), or by_label. Default: none.</summary>
    public PositiveWeight PosWeight { get; init; } = new();

    /// <summary>Weights of whole labels by name, 0 or more; labels that are not named weigh 1.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
}
