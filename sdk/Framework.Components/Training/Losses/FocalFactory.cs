namespace Framework.Components.Training.Losses;

/// <summary>Cross-entropy in which a case counts the less the surer its right answer is, by (1 - p)^gamma (Lin et al. 2017, arXiv:1708.02002).</summary>
/// <remarks>
/// Labels in groups are classes of one question, under a softmax; every other label is a question of its own, under a sigmoid. The mean over the known
/// answers of each question, averaged over the questions. Missing labels do not count. Where the trainer asks for masks, over the classes of each voxel.
/// </remarks>
/// <param name="options">Gamma, and weights.</param>
public sealed class FocalFactory(FocalOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        if (context.MaskClasses.Count > 0)
            return OverVoxels(context);
        if (options.Alpha is not null && context.Labels.All(label => context.Groups.Any(group => group.Labels.Contains(label))))
            throw new ExperimentException("'alpha' of 'focal' weighs positives against negatives, and all labels are classes here. Give 'weights' instead.");
        if (context.Groups.Count == 0 && options.Weights.ToString() != "none")
            throw new ExperimentException("'weights' of 'focal' weighs classes, and no labels are classes of one question here. Give 'alpha' instead, or labels with 'classes'.");
        var questions = context.Groups.Count == 0 ? [] : ClassQuestion.Of("focal", context, options.Weights);
        return new FocalLoss(options, questions, context);
    }

    private VoxelCrossEntropy OverVoxels(LossContext context) => options.Alpha is null
        ? new VoxelCrossEntropy("focal", options.Weights.OfVoxels("focal", context), smoothing: 0, options.Gamma, context.Device)
        : throw new ExperimentException("'alpha' of 'focal' weighs positives against negatives, and voxels have classes here. Give 'weights' by_label instead.");
}
