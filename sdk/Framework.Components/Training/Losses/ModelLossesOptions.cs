namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>model-losses</c>.</summary>
/// <example>{ use: model-losses, weights: { loss_mask: 0.5 } }</example>
public sealed record ModelLossesOptions
{
    /// <summary>Weights of the losses by the model's names for them, 0 or more; those not named count 1.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
}
