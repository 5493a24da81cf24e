namespace Framework.Components.Training;

/// <summary>Looks at no image: predicts for every case the share of positives of each label among the cases it was fitted on.</summary>
/// <remarks>What a score must beat to be worth anything. Unknown labels do not count; a label that nobody knows gets 0.5.</remarks>
public sealed class PrevalenceTrainer : ITrainer
{
    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => new ConstantPredictor(
        context.Labels, [.. Enumerable.Range(0, context.Labels.Count).Select(label => Share(context.Train.Cases, label))], context.Fold);

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
    }

    internal static double Share(IReadOnlyList<Case> cases, int label) =>
        cases.Select(item => item.Labels[label]).Where(value => !double.IsNaN(value)).DefaultIfEmpty(0.5).Average();
}
