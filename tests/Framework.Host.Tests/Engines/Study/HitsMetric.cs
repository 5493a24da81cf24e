using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>The share of rows on the right side of one half; a figure over all.</summary>
public sealed class HitsMetric : IMetric
{
    public IReadOnlyList<MetricValue> Compute(Predictions predictions)
    {
        var (targets, outputs) = predictions.Column(0);
        return
        [
            new MetricValue
            {
                Name = "hits",
                Value = targets.Zip(outputs, (target, output) => (target > 0.5) == (output > 0.5)).Count(hit => hit) / (double)targets.Length,
                Count = targets.Length,
                Subjects = predictions.SubjectCount,
                HigherIsBetter = true,
            },
        ];
    }
}
