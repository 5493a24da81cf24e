using Framework.Components.Evaluation;

namespace Framework.Components.Tests.Evaluation;

public sealed class CalibrationTests
{
    // Two bins: outputs 0.1 and 0.3 with no positive, 0.7 and 0.9 with one of two: gaps 0.2 and 0.3.
    [Fact]
    public void Ece_TwoBins_IsTheMeanGap()
    {
        var table = Table.Of([0, 0, 1, 0], [0.1, 0.3, 0.7, 0.9]);
        Assert.Equal(0.25, Table.Single(new Ece(new() { Bins = 2 }), table, "any").Value, 1e-12);
        var curve = ReliabilityCurve.Of([0, 0, 1, 0], [0.1, 0.3, 0.7, 0.9], bins: 2);
        Assert.Equal(0.25, curve.Error, 1e-12);
        Assert.Equal([(0.2, 0.0, 2), (0.8, 0.5, 2)], curve.Bins.Select(bin => (Math.Round(bin.MeanOutput, 12), bin.Share, bin.Count)));
    }

    [Fact]
    public void Ece_Classes_IsTheGapOfTheGreatestOutput() =>
        Assert.Equal(Math.Abs(0.65 - 0.5), Table.Single(new Ece(new() { Bins = 2 }), Table.OfClasses(3, [0, 1], [0.6, 0.3, 0.1, 0.7, 0.2, 0.1]), null).Value, 1e-12);

    [Fact]
    public void Ece_OutputsAtTheEnds_AreInTheOuterBins()
    {
        var curve = ReliabilityCurve.Of([0, 1], [0, 1], bins: 10);
        Assert.Equal((2, 0.0), (curve.Bins.Count, curve.Error));
    }

    // At 0.2 a true positive is worth four false ones: (3 - 2 / 4) / 6, and acting on all (3 - 3 / 4) / 6.
    [Fact]
    public void DecisionCurve_ThresholdOfAFifth_WeighsFourToOne()
    {
        double[] targets = [1, 1, 1, 0, 0, 0], outputs = [0.9, 0.5, 0.3, 0.4, 0.2, 0.1];
        var curve = DecisionCurve.Of(targets, outputs, [0.2, 0.5, 0.95]);
        Assert.Equal([2.5 / 6, 2 / 6.0, 0], curve.Model, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(2.25 / 6, curve.All[0], 1e-12);
        Assert.Equal(2.5 / 6, Table.Single(new NetBenefit(new() { Threshold = 0.2 }), Table.Of(targets, outputs), "any").Value, 1e-12);
        Assert.Equal(99, DecisionCurve.Of(targets, outputs).Thresholds.Count);
    }

    // Brier over the classes: (0.4^2 + 0.3^2 + 0.1^2); log loss -ln 0.6.
    [Fact]
    public void BrierAndLogLoss_Classes_AreOverTheWholeQuestion()
    {
        var table = Table.OfClasses(3, [0], [0.6, 0.3, 0.1]);
        Assert.Equal(0.26, Assert.Single(new Brier(new()).Compute(table)).Value, 1e-12);
        Assert.Equal(-Math.Log(0.6), Assert.Single(new LogLoss(new()).Compute(table)).Value, 1e-12);
    }
}
