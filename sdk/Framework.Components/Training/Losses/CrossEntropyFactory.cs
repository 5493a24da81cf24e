namespace Framework.Components.Training.Losses;

/// <summary>
/// Cross-entropy over classes that exclude each other: the labels of each group are the classes of one question; without groups all labels are. Over several
/// questions it is their mean. Cases without an answer do not count. Where the trainer asks for masks, over the classes of each voxel.
/// </summary>
/// <param name="options">Weights of the classes and label smoothing.</param>
public sealed class CrossEntropyFactory(CrossEntropyOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        if (context.MaskClasses.Count > 0)
            return new VoxelCrossEntropy("cross-entropy", options.Weights.OfVoxels("cross-entropy", context), options.LabelSmoothing, gamma: 0, context.Device);
        if (context.Groups.Count > 0 && context.Labels.FirstOrDefault(label => !context.Groups.Any(group => group.Labels.Contains(label))) is { } single)
            throw new ExperimentException($"'cross-entropy' is for classes, and '{single}' is a label by itself beside groups of classes. Use multi-task with a head for each, or focal.");
        return new CrossEntropyLoss(ClassQuestion.Of("cross-entropy", context, options.Weights), options.LabelSmoothing);
    }
}
