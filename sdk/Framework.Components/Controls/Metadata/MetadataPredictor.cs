using Framework.Components.Models;

namespace Framework.Components.Controls;

/// <summary>One regression for each label, on facts of the acquisition.</summary>
internal sealed class MetadataPredictor(TrainingContext context, CaseFacts facts, MetadataEncoding encoding, IReadOnlyList<LogisticRegression> fitted) : IPredictor
{
    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        var rows = facts.Of(samples.Cases, context.LoaderThreads, cancellation).Select(encoding.Encode);
        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. rows.SelectMany(row => fitted.Select(regression => regression.Probabilities(row)[1]))]);
    }

    public void Dispose()
    {
    }
}
