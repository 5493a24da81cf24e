using System.Text.Json;
using Framework.Sdk;

namespace Study.Assembly;

/// <summary>Outputs of 0.5 half way between the two mean images of a label, and wherever nothing was fitted.</summary>
internal sealed class CentroidPredictor(TrainingContext context, IReadOnlyList<MeanImages> means, double sharpness) : IPredictor
{
    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        using var workspace = new SampleWorkspace();
        var outputs = new List<double>();
        foreach (var item in samples.Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            var pixels = samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image.Pixels;
            for (var label = 0; label < context.Labels.Count; label++)
                outputs.Add(means.Count == 0 ? 0.5 : Output(pixels, means[label]));
            workspace.Reset();
        }

        return new Predictions(
            context.Labels, [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))], [.. samples.Cases.SelectMany(item => item.Labels)], [.. outputs]);
    }

    public void Save(ICheckpointStore files) => files.Save(CentroidTrainer.FileName, stream => JsonSerializer.Serialize(stream, means));

    public void Dispose()
    {
    }

    // By the share of the way from the one mean to the other: -1 at the negatives', 1 at the positives'.
    private double Output(ReadOnlySpan<float> pixels, MeanImages mean)
    {
        var (along, length) = (0.0, 0.0);
        for (var i = 0; i < pixels.Length; i++)
        {
            var apart = mean.Positive[i] - mean.Negative[i];
            along += apart * (pixels[i] - ((mean.Positive[i] + mean.Negative[i]) / 2));
            length += apart * apart;
        }

        return length == 0 ? 0.5 : 1 / (1 + Math.Exp(-sharpness * 2 * along / length));
    }
}
