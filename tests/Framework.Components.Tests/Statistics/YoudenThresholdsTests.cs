using Framework.Components.Statistics;

namespace Framework.Components.Tests.Statistics;

public sealed class YoudenThresholdsTests
{
    [Fact]
    public void Fit_TwoLabels_TakesTheThresholdOfGreatestSensitivityAndSpecificity()
    {
        // Label a: at 0.6 two of three positives and no negative (2/3); at 0.3 all and one of two (1/2). Label b: apart at 0.8.
        var table = Table([1, 0, 1, 1, 1, 0, 0, 0, 0, 1], [0.9, 0.1, 0.6, 0.8, 0.3, 0.2, 0.5, 0.3, 0.1, 0.95]);

        Assert.Equal([0.6, 0.8], YoudenThresholds.Fit(table).For(TrainingFold.Of(table.Rows.Select(row => row.Subject))));
    }

    [Fact]
    public void Fit_OnSubjectsThatTheFoldDoesNotTrainOn_IsOfNoUse()
    {
        var tested = Table([1, 0], [0.9, 0.1], labels: 1);

        var error = Assert.Throws<ExperimentException>(() => YoudenThresholds.Fit(tested).For(TrainingFold.Of(["s0", "s7"])));

        Assert.StartsWith("'youden-thresholds': these statistics were fitted on the training subjects ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NoNegative_IsAnError()
    {
        var error = Assert.Throws<TrainingException>(() => YoudenThresholds.Fit(Table([1, 1], [0.9, 0.1], labels: 1)));
        Assert.Equal("there is no threshold for 'l0': the training part has no positive or no negative case of it. Use more cases.", error.Message);
    }

    private static Predictions Table(double[] targets, double[] outputs, int labels = 2) => new(
        [.. Enumerable.Range(0, labels).Select(label => $"l{label}")],
        [.. Enumerable.Range(0, targets.Length / labels).Select(at => new PredictedCase($"c{at}", $"s{at}", "", 0))],
        targets,
        outputs);
}
