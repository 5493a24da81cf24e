namespace Framework.Components.Training.Losses;

/// <summary>Binary cross-entropy of each label on logits, averaged over the known labels of the batch by weight. Missing labels do not count.</summary>
/// <param name="options">Weights.</param>
public sealed class BceWithLogitsFactory(BceWithLogitsOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        foreach (var (label, weight) in options.Weights)
        {
            if (!context.Labels.Contains(label))
                throw new ExperimentException($"'bce-with-logits' has a weight for '{label}', and there is no such label. There are {string.Join(", ", context.Labels)}.");
            if (!(weight >= 0))
                throw new ExperimentException($"'bce-with-logits' needs the weight of '{label}' to be 0 or more; it is {weight}.");
        }

        double[] weights = [.. context.Labels.Select(label => options.Weights.GetValueOrDefault(label, 1))];
        return new BceWithLogitsLoss(options.PosWeight.For(context), weights, context.Device);
    }
}
