namespace Framework.Components.Ensembles;

/// <summary>Fits nothing: gives the mean of the outputs of the stages that are read, label by label.</summary>
public sealed class MeanTrainer : ITrainer
{
    /// <inheritdoc />
    public bool IsFitted => false;

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => new WeightedMeanPredictor(context, Equal);

    /// <inheritdoc />
    public IPredictor Restore(TrainingContext context) => new WeightedMeanPredictor(context, Equal);

    /// <inheritdoc />
    public void Try(TrainingContext context) => StageOutputs.Load(context.Train with { Cases = [context.Train.Cases[0]] }, context.Labels, context.Unit, CancellationToken.None);

    /// <summary>The same weight for every stage.</summary>
    internal static double[] Equal(IReadOnlyList<string> stages) => [.. stages.Select(_ => 1.0 / stages.Count)];
}
