using Framework.Components.Reporting;

namespace Framework.Components.Tests.Reporting;

public sealed class LossBandsTests
{
    [Fact]
    public void Bins_LossesOfTwoFits_GiveMeanAndIntervalForEachTenthOfAnEpoch()
    {
        LossHistory[] fits = [Fit("a", (0.01, 1), (0.09, 3), (0.1, 5)), Fit("b", (0.05, 2), (0.15, 5))];

        var bins = LossBands.Bins(fits);

        Assert.Equal([0.05, 0.15], bins.Select(bin => Math.Round(bin.Epoch, 12)));
        Assert.Equal((2, 5), (bins[0].Mean, bins[1].Mean));
        Assert.Equal(1.96 * 1 / Math.Sqrt(3), bins[0].High - bins[0].Mean, 1e-12); // 1, 3 and 2 have a standard deviation of 1
        Assert.Equal(bins[0].Mean - bins[0].Low, bins[0].High - bins[0].Mean, 1e-12);
        Assert.Equal((5, 5), (bins[1].Low, bins[1].High));
    }

    [Fact]
    public void Of_SeveralFitsOfOneThing_AreOneFigureForTrainingAndOneForValidation()
    {
        var files = LossBands.Of([Fit("a", (0.05, 1)), Fit("b", (0.05, 2)), Fit("alone", (0.05, 1)) with { Group = "other" }, Fit("control", (0.05, 1)) with { Group = null }]).ToList();

        Assert.Equal(["training-loss.classify", "validation-loss.classify"], files.Select(file => file.File));
        Assert.Contains("<polygon", files[0].Plot.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(["a", "b", "mean of 2 fits"], files[1].Plot.Series.Select(series => series.Name));
        Assert.Equal([(1, 0.5), (2, 0.25)], files[1].Plot.Series[^1].Points);
    }

    private static LossHistory Fit(string unit, params (double Epoch, double Loss)[] steps) =>
        new(unit, [1, 1], unit == "a" ? [0.4, 0.2] : [0.6, 0.3], null) { Group = "classify", Steps = steps };
}
