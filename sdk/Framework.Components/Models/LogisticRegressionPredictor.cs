namespace Framework.Components.Models;

/// <summary>One regression for each label.</summary>
internal sealed class LogisticRegressionPredictor(IReadOnlyList<LogisticRegression> fitted, TrainingContext context) : IPredictor
{
    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        var features = CaseFeatures.Load(samples, context, cancellation);
        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. features.SelectMany(row => fitted.Select(regression => regression.Probabilities(row)[1]))]);
    }

    public void Save(ICheckpointStore files) => RegressionCheckpoint.SaveModel(files, fitted);

    public void Dispose()
    {
    }
}
