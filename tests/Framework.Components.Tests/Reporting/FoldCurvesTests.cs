using Framework.Components.Reporting;

namespace Framework.Components.Tests.Reporting;

public sealed class FoldCurvesTests
{
    [Fact]
    public void Of_TwoFolds_DrawsACurveOfEachWithMeanAndDeviation()
    {
        // The first fold's model ranks its four cases rightly, the second puts one of four pairs the wrong way round.
        var rows = Table([0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9, 0.1, 0.7, 0.6, 0.9]);

        var (file, plot) = FoldCurves.Of([new PredictionSet("network", "test", null, rows)]).Single();

        Assert.Equal("roc-folds.network.a", file);
        Assert.Equal("Folds of network: ROC, a", plot.Title);
        Assert.Contains("</svg>", plot.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(["chance", "fold 1: AUROC 1.000", "fold 2: AUROC 0.750", "test, mean and SD: 0.875 ± 0.177"], plot.Series.Select(series => series.Name));
    }

    [Fact]
    public void Of_OneFold_DrawsNothing() => Assert.Empty(FoldCurves.Of([new PredictionSet("network", "test", null, Table([0, 0], [0, 1], [0.1, 0.9]))]));

    [Fact]
    public void Of_AFoldWithoutPositives_LeavesItOut() =>
        Assert.Empty(FoldCurves.Of([new PredictionSet("network", "test", null, Table([0, 0, 1, 1], [0, 1, 0, 0], [0.1, 0.9, 0.1, 0.2]))]));

    private static Predictions Table(int[] folds, double[] targets, double[] outputs) =>
        new(["a"], [.. folds.Select((fold, i) => new PredictedCase($"c{i}", $"s{i}", "", fold))], targets, outputs);
}
