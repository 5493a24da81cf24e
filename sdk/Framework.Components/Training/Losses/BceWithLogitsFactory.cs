namespace Framework.Components.Training.Losses;

/// <summary>Binary cross-entropy of each label on logits, averaged over the known labels of the batch by weight. Missing labels do not count.</summary>
/// <param name="options">Weights.</param>
public sealed class BceWithLogitsFactory(BceWithLogitsOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        if (context.Groups.Count > 0)
            throw new ExperimentException($"'bce-with-logits' is for labels that do not exclude each other, and those of '{context.Groups[0].Name}' do. Use cross-entropy, focal, or multi-task with a head for each question.");
        foreach (var (label, weight) in options.Weights)
        {
            if (!context.Labels.Contains(label))
                throw new ExperimentException($"'bce-with-logits' has a weight for '{label}', and there is no such label. There are {string.Join(", ", context.Labels)}.");
            if (!(weight >= 0))
                throw new ExperimentException($"'bce-with-logits' needs the weight of '{label}' to be 0 or more; it is {weight}.");
        }

        double[] weights = [.. context.Labels.Select(label => options.Weights.GetValueOrDefault(label, 1))];
        return new BceWithLogitsLoss(options.PosWeight.For(context), weights, context);
    }
}
