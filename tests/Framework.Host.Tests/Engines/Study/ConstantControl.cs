using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Takes the images away: every case gets one half.</summary>
public sealed class ConstantControl : IControl, ITrainer
{
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Trainer = this };

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => new Half(context.Labels);

    public void Try(TrainingContext context)
    {
    }

    private sealed class Half(IReadOnlyList<string> labels) : IPredictor
    {
        public Predictions Predict(SampleSet samples, CancellationToken cancellation) => new(
            labels,
            [.. samples.Cases.Select(item => new PredictedCase(item.Id, item.Subject, item.Site, 0))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. samples.Cases.Select(_ => 0.5)]);

        public void Dispose()
        {
        }
    }
}
