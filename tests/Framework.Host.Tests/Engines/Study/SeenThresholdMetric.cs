using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>The threshold that metrics see in the first row.</summary>
public sealed class SeenThresholdMetric : IMetric
{
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) =>
        [new MetricValue { Name = "seen-threshold", Value = predictions.Threshold(0, 0), Count = predictions.Rows.Count, Subjects = predictions.SubjectCount, HigherIsBetter = true }];
}
