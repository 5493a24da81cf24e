using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting;

/// <summary>Loss by epoch, one plot a unit; before them those of several fits of one thing.</summary>
internal static class LossFigures
{
    public static IEnumerable<(string File, LinePlot Plot)> Of(IReadOnlyList<LossHistory> histories) =>
        LossBands.Of(histories).Concat(histories.Where(history => history.Train.Count > 0).Select(history => ($"loss.{history.Unit}", Plot(history))));

    private static LinePlot Plot(LossHistory history)
    {
        var series = new List<PlotSeries> { new("training", Points(history.Train), Palette.Of(0)) };
        if (history.Validate.Count > 0)
            series.Add(new PlotSeries("validation", Points(history.Validate), Palette.Of(1)));
        return new LinePlot
        {
            Title = $"Loss, {history.Unit}",
            XLabel = history.ChosenEpoch is { } chosen ? $"epoch (kept: {chosen + 1})" : "epoch",
            YLabel = "loss",
            Series = series,
            MarkedX = history.ChosenEpoch + 1,
        };
    }

    private static (double, double)[] Points(IReadOnlyList<double> losses) => [.. losses.Select((loss, epoch) => (epoch + 1.0, loss))];
}
