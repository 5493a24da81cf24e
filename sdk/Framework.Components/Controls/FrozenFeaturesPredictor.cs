using Framework.Components.Models;

namespace Framework.Components.Controls;

/// <summary>A regression for each label on what the last layer of a network sees.</summary>
internal sealed class FrozenFeaturesPredictor(IPredictor network, IReadOnlyList<LogisticRegression> fitted, TrainingContext context) : IPredictor
{
    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        var features = FeaturesOf(network, samples, cancellation);
        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. features.SelectMany(row => fitted.Select(regression => regression.Probabilities(row)[1]))]) { Groups = context.Groups };
    }

    /// <summary>The feature vector of each case.</summary>
    public static List<double[]> FeaturesOf(IPredictor network, SampleSet samples, CancellationToken cancellation) => samples.Cases.Count == 0
        ? []
        : [.. network.Predict(samples, cancellation).Features!.Select(row => Array.ConvertAll(row, value => (double)value))];

    public void Dispose() => network.Dispose();
}
