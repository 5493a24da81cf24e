using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Knows the labels of the cases that it was fitted on by heart, and nothing else: whoever reads its outputs of those cases reads the truth.</summary>
public sealed class MemoryTrainer(MemoryOptions options) : ITrainer
{
    public bool ChoosesOnValidation => options.Chooses;

    /// <summary>What each unit was given, in order.</summary>
    public List<TrainingContext> Fitted { get; } = [];

    /// <summary>What each unit predicted, part by part.</summary>
    public List<SampleSet> Predicted { get; } = [];

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        Fitted.Add(context);
        return new Known(context.Train.Cases.ToDictionary(item => item.Id, item => item.Labels[0]), Predicted);
    }

    public void Try(TrainingContext context)
    {
    }

    private sealed class Known(Dictionary<string, double> labels, List<SampleSet> predicted) : IPredictor
    {
        public Predictions Predict(SampleSet samples, CancellationToken cancellation)
        {
            predicted.Add(samples);
            return new(
                ["odd"],
                [.. samples.Cases.Select(item => PredictedCase.Of(item, 0))],
                [.. samples.Cases.SelectMany(item => item.Labels)],
                [.. samples.Cases.Select(item => labels.GetValueOrDefault(item.Id, 0.5))]);
        }

        public void Dispose()
        {
        }
    }
}
