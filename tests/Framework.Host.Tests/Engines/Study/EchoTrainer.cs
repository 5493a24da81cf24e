using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Fits nothing and gives the first pixel, in thousandths.</summary>
public sealed class EchoTrainer : ITrainer, IPredictor
{
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => this;

    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        using var workspace = new SampleWorkspace();
        var outputs = samples.Cases.Select(item => samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image.Pixels[0] / 1000.0);
        return new Predictions(["odd"], [.. samples.Cases.Select(item => PredictedCase.Of(item, 0))], [.. samples.Cases.SelectMany(item => item.Labels)], [.. outputs]);
    }

    public void Try(TrainingContext context)
    {
    }

    public void Dispose()
    {
    }
}
