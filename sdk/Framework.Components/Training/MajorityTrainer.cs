namespace Framework.Components.Training;

/// <summary>Looks at no image: calls every case what most of the cases are that it was fitted on.</summary>
/// <remarks>A label is 1 for all where more than half of those who know it have it, and of the classes of one question the most frequent is.</remarks>
/// <param name="groups">Which labels are the classes of one question.</param>
public sealed class MajorityTrainer(IReadOnlyList<LabelGroup> groups) : ITrainer
{
    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        double[] shares = [.. Enumerable.Range(0, context.Labels.Count).Select(label => PrevalenceTrainer.Share(context.Train.Cases, label))];
        double[] outputs = Array.ConvertAll(shares, share => share > 0.5 ? 1.0 : 0);
        foreach (var group in groups)
        {
            int[] classes = [.. group.Labels.Select(label => context.Labels.ToList().IndexOf(label))];
            var most = classes.MaxBy(label => shares[label]);
            foreach (var label in classes)
                outputs[label] = label == most ? 1 : 0;
        }

        return new ConstantPredictor(context.Labels, outputs, context.Fold);
    }

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
    }
}
