using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Mean squared error over all rows.</summary>
public sealed class SquaredErrorMetric : IMetric
{
    public IReadOnlyList<MetricValue> Compute(Predictions predictions)
    {
        var (targets, outputs) = predictions.Column(0);
        return
        [
            new MetricValue
            {
                Name = "squared-error",
                Label = "odd",
                Value = targets.Zip(outputs, (target, output) => (target - output) * (target - output)).Average(),
                Count = targets.Length,
                Positives = targets.Count(target => target > 0),
                Subjects = predictions.SubjectCount,
                HigherIsBetter = false,
            },
        ];
    }
}
