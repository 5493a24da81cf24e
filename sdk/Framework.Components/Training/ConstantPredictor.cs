namespace Framework.Components.Training;

/// <summary>The same outputs for every case.</summary>
internal sealed class ConstantPredictor(IReadOnlyList<string> labels, double[] outputs, int fold) : IPredictor
{
    public Predictions Predict(SampleSet samples, CancellationToken cancellation) => new(
        labels,
        [.. samples.Cases.Select(item => PredictedCase.Of(item, fold))],
        [.. samples.Cases.SelectMany(item => item.Labels)],
        [.. samples.Cases.SelectMany(_ => outputs)]);

    public void Dispose()
    {
    }
}
