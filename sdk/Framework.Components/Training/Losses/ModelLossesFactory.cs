namespace Framework.Components.Training.Losses;

/// <summary>The sum of the losses that the model works out itself, as detectors do.</summary>
/// <param name="options">Weights.</param>
public sealed class ModelLossesFactory(ModelLossesOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        foreach (var (name, weight) in options.Weights)
            if (!(weight >= 0))
                throw new ExperimentException(FormattableString.Invariant($"'model-losses' needs the weight of '{name}' to be 0 or more; it is {weight}."));
        return new ModelLosses(options.Weights);
    }
}
