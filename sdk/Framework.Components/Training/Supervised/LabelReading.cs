using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Probabilities of labels, with the feature vectors behind them where these are asked for.</summary>
internal sealed class LabelReading(ILoss loss, TrainingContext context, bool withFeatures) : OutputReading
{
    public override void Check(Batch batch, ModelOutput output)
    {
        Probabilities(batch, output);
        if (withFeatures)
            Features(output);
    }

    public override IReadOnlyList<PredictedRow> Read(Batch batch, ModelOutput output, SamplePipeline pipeline)
    {
        double[][] rows = [.. Probabilities(batch, output).Chunk(Math.Max(1, context.Labels.Count))];
        var features = withFeatures ? Features(output) : null;
        return [.. rows.Select((row, at) => new PredictedRow(row, Features: features?[at]))];
    }

    /// <summary>One vector for each case of a batch.</summary>
    /// <exception cref="ExperimentException">The model has none.</exception>
    public static float[][] Features(ModelOutput output)
    {
        if (output.Features is not { } features)
            throw new ExperimentException("'supervised' is told to keep 'features', and this model has no single feature vector of a case. Use resnet, resnext, densenet or attention-mil, or leave 'features' out.");
        using var scope = torch.NewDisposeScope();
        return [.. features.to(torch.ScalarType.Float32).cpu().contiguous().data<float>().ToArray().Chunk((int)features.shape[1])];
    }

    private double[] Probabilities(Batch batch, ModelOutput output) => PredictedRows.Of(loss.Probabilities(output), batch, context.Labels.Count);
}
