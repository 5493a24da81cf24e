namespace Framework.Components.Training.Losses;

/// <summary>
/// The weighted sum of losses over several heads of a model, each with labels of its own. Missing labels do not count in their head, so that a case adds to
/// those tasks alone whose answer is known. Predictions of each head stand in the columns of its labels. One head may segment
/// (<c>masks: true</c>): its label maps are findings of the case, beside the labels that other heads answer; missing masks do not count either.
/// </summary>
/// <param name="options">The tasks.</param>
public sealed class MultiTaskFactory(MultiTaskOptions options) : ILossFactory
{
    /// <inheritdoc />
    public ILoss Create(LossContext context)
    {
        var tasks = new List<LossTask>();
        try
        {
            foreach (var task in options.Tasks)
                tasks.Add(LossTask.Of(task, context));
            RequireOneTaskForEach(context.Labels, tasks);
            RequireOneForMasks(context, tasks);
            return new MultiTaskLoss(tasks);
        }
        catch
        {
            tasks.ForEach(task => task.Dispose());
            throw;
        }
    }

    private static void RequireOneForMasks(LossContext context, List<LossTask> tasks)
    {
        var of = tasks.Where(task => task.IsOverVoxels).ToList();
        if (context.MaskClasses.Count > 0 && of.Count != 1)
        {
            throw new ExperimentException(of.Count == 0
                ? "the trainer asks for masks, and no task of 'multi-task' learns from them. Add one, such as { head: logits, masks: true, loss: dice-ce }, or leave 'masks' out."
                : $"masks are learnt by the heads '{of[0].Head}' and '{of[1].Head}' of 'multi-task'. Leave them to one of them.");
        }
    }

    private static void RequireOneTaskForEach(IReadOnlyList<string> labels, List<LossTask> tasks)
    {
        for (var label = 0; label < labels.Count; label++)
        {
            var of = tasks.Where(task => task.Columns.Contains(label)).ToList();
            if (of.Count == 0)
                throw new ExperimentException($"no task of 'multi-task' answers '{labels[label]}'. Add a head and a task for it, or leave the label out of the data.");
            if (of.Count > 1)
                throw new ExperimentException($"'{labels[label]}' is answered by the heads '{of[0].Head}' and '{of[1].Head}' of 'multi-task'. Leave it to one of them.");
        }
    }
}
