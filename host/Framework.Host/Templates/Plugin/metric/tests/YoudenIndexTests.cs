using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class YoudenIndexTests : MetricContract
{
    protected override IMetric Create() => new YoudenIndex();

    // Two of three positives called, one of four negatives: 2/3 - 1/4.
    [Fact]
    public void Compute_CountedByHand_IsThat()
    {
        double[] targets = [1, 1, 1, 0, 0, 0, 0];
        double[] outputs = [0.9, 0.6, 0.4, 0.7, 0.3, 0.2, 0.1];
        var rows = targets.Select((_, row) => new PredictedCase($"case{row}", $"subject{row}", "", 0)).ToList();

        var value = Assert.Single(Create().Compute(new Predictions(["positive"], rows, targets, outputs)));

        Assert.Equal((2.0 / 3) - (1.0 / 4), value.Value, 1e-12);
        Assert.Equal(3, value.Positives);
    }
}
