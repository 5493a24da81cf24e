using System.Text.Json;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Squashes place and pixel into a probability.</summary>
public sealed class WalkPredictor(IReadOnlyList<string> labels, double place) : IPredictor
{
    public const string FileName = "model.json";

    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var workspace = new SampleWorkspace();
        var outputs = samples.Cases.Select(item => 1 / (1 + Math.Exp(-place - Math.Sin(samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image.Pixels[0]))));
        var who = samples.Cases.Select(item => new PredictedCase(item.Id, item.Subject, item.Site, Fold: -1));
        return new Predictions(labels, [.. who], [.. samples.Cases.SelectMany(item => item.Labels)], [.. outputs]);
    }

    public void Save(ICheckpointStore files) => files.Save(FileName, stream => JsonSerializer.Serialize(stream, place));

    public void Dispose()
    {
    }
}
