namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Predicts what the cases' labels say, and cannot give its model again.</summary>
internal sealed class PeekingTrainer : ITrainer, IPredictor
{
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => this;

    public IPredictor Restore(TrainingContext context) => this;

    public void Try(TrainingContext context)
    {
    }

    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        double[] labels = [.. samples.Cases.SelectMany(item => item.Labels)];
        return new(["bright"], [.. samples.Cases.Select(item => PredictedCase.Of(item, 0))], labels, [.. labels.Select(label => 0.1 + (0.8 * label))]);
    }

    public void Dispose()
    {
    }
}
