using Framework.Components.Evaluation;

namespace Framework.Components.Tests.Evaluation;

public sealed class MetricTests
{
    [SharedDataFact]
    public void LogLossAndBrier_Oracle_Agree()
    {
        var predictions = Table.Of(Oracle.Targets, Oracle.Scores);
        var oracle = Oracle.Read();
        Assert.Equal(oracle.GetProperty("log_loss").GetDouble(), Table.Single(new LogLoss(new()), predictions, "any").Value, 1e-12);
        Assert.Equal(oracle.GetProperty("brier").GetDouble(), Table.Single(new Brier(new()), predictions, "any").Value, 1e-12);
    }

    [Fact]
    public void LogLoss_WrongAndCertain_IsClipped() =>
        Assert.Equal(-Math.Log(1e-15), Table.Single(new LogLoss(new()), Table.Of([1], [0]), "any").Value, 1e-9);

    [Fact]
    public void Auroc_MissingTargets_LeavesThemOut()
    {
        var value = Table.Single(new Auroc(new()), Table.Of([0, double.NaN, 1, 1], [0.1, 0.9, 0.8, 0.05]), "any");
        Assert.Equal(0.5, value.Value);
        Assert.Equal((3, 2, 3), (value.Count, value.Positives, value.Subjects));
    }

    [Fact]
    public void Auroc_LabelOfOneClass_IsNaNAndLeftOutOfTheMean()
    {
        var predictions = Table.Of(["a", "b"], [0, 1, 1, 1, 0, 1], [0.1, 0.5, 0.9, 0.6, 0.2, 0.7], casesPerSubject: 3);
        var values = new Auroc(new()).Compute(predictions);
        Assert.Equal([("a", 1), ("b", double.NaN), (null, 1)], values.Select(value => (value.Label, value.Value)));
        Assert.Equal(1, values[0].Subjects);
    }

    // One row: (2 ln 2 on any + ln 4 on the other at p 0.25 of a positive) / 3.
    [Fact]
    public void WeightedLogLoss_TwoForAny_WeighsIt()
    {
        var metric = new WeightedLogLoss(new WeightedLogLossOptions { Weights = new Dictionary<string, double> { ["any"] = 2 } });
        var value = Assert.Single(metric.Compute(Table.Of(["any", "epidural"], [0, 1], [0.5, 0.25])));
        Assert.Equal(((2 * Math.Log(2)) + Math.Log(4)) / 3, value.Value, 1e-12);
        Assert.False(value.HigherIsBetter);
    }

    // Prevalences of RSNA 2019 given to every row: entropy by hand for two labels of equal weight.
    [Fact]
    public void WeightedLogLoss_MissingTarget_TakesTheLabelOutOfItsRow()
    {
        var value = Assert.Single(new WeightedLogLoss(new()).Compute(Table.Of(["a", "b"], [1, double.NaN, 0, 0], [0.5, 0.9, 0.5, 0.5])));
        Assert.Equal(Math.Log(2), value.Value, 1e-12);
    }

    [Fact]
    public void WeightedLogLoss_UnknownLabel_NamesThoseThereAre()
    {
        var metric = new WeightedLogLoss(new WeightedLogLossOptions { Weights = new Dictionary<string, double> { ["all"] = 2 } });
        var error = Assert.Throws<ExperimentException>(() => metric.Compute(Table.Of([1], [0.5])));
        Assert.Equal("'weighted-log-loss' has a weight for 'all', and there is no such label. There are any.", error.Message);
    }

    [Fact]
    public void Auroc_Bootstrap_HoldsTheFigureAndIsTheSameEachTime()
    {
        var metric = new Auroc(new AurocOptions { Confidence = new ConfidenceOptions { Resamples = 200 } });
        var predictions = Table.Of(["any"], Oracle.Targets, Oracle.Scores, casesPerSubject: 4);
        var (first, second) = (Table.Single(metric, predictions, "any"), Table.Single(metric, predictions, "any"));
        Assert.Equal(first, second);
        Assert.InRange(first.Value, first.Low!.Value, first.High!.Value);
        // Hanley and McNeil's standard error here is 0.018: the interval is about four of them wide.
        Assert.InRange(first.High.Value - first.Low.Value, 0.04, 0.11);
        Assert.Equal(0.95, first.Level);
    }
}
