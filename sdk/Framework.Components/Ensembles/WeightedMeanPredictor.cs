using System.Text.Json;

namespace Framework.Components.Ensembles;

/// <summary>The weighted mean of the outputs of the stages that are read, label by label.</summary>
internal sealed class WeightedMeanPredictor(TrainingContext context, Func<IReadOnlyList<string>, double[]> weightsOf) : IPredictor
{
    /// <summary>The fitted weights by stage; null where nothing was fitted.</summary>
    public IReadOnlyDictionary<string, double>? Fitted { get; init; }

    public void Save(ICheckpointStore files)
    {
        if (Fitted is { } fitted)
            files.Save(WeightedMeanTrainer.FileName, stream => JsonSerializer.Serialize(stream, fitted));
    }

    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        var (stages, rows) = StageOutputs.Load(samples, context.Labels, context.Unit, cancellation);
        var weights = samples.Cases.Count == 0 ? [] : weightsOf(stages);
        var labels = context.Labels.Count;
        var outputs = rows.SelectMany(row => Enumerable.Range(0, labels).Select(label => weights.Select((weight, stage) => weight * row[(stage * labels) + label]).Sum()));
        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. outputs]);
    }

    public void Dispose()
    {
    }
}
