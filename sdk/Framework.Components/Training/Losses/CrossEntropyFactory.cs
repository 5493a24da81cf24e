namespace Framework.Components.Training.Losses;

/// <summary>Cross-entropy over classes that exclude each other: of each case's labels exactly one is 1. Cases with a missing label do not count.</summary>
/// <param name="options">Label smoothing.</param>
public sealed class CrossEntropyFactory(CrossEntropyOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        foreach (var item in context.TrainingCases)
        {
            var isOneHot = item.Labels.Any(double.IsNaN) || (item.Labels.Count(value => value == 1) == 1 && item.Labels.All(value => value is 0 or 1));
            if (!isOneHot)
                throw new TrainingException($"'cross-entropy' needs exactly one label of 1 in each case; case '{item.Id}' has {string.Join(", ", item.Labels)}. Use bce-with-logits where labels do not exclude each other.");
        }

        return new CrossEntropyLoss(options.LabelSmoothing);
    }
}
