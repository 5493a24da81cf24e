using Framework.Components.Evaluation;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting;

/// <summary>Losses of several fits of one thing together: training loss with the interval of its mean for every tenth of an epoch, validation loss of each fit and their mean.</summary>
internal static class LossBands
{
    private const double Width = 0.1;
    private const double Normal = 1.96; // of a normal distribution 95 % lie within as many standard deviations
    private const int MostFits = 10;

    /// <summary>Two plots for each group that has several fits.</summary>
    public static IEnumerable<(string File, LinePlot Plot)> Of(IReadOnlyList<LossHistory> histories)
    {
        foreach (var group in histories.Where(history => history.Group is not null).GroupBy(history => history.Group!))
        {
            LossHistory[] fits = [.. group];
            if (fits.Length < 2)
                continue;
            if (Bins(fits) is { Count: > 0 } bins)
                yield return ($"training-loss.{group.Key}", Training(group.Key, fits.Length, bins));
            if (fits.Count(fit => fit.Validate.Count > 0) > 1)
                yield return ($"validation-loss.{group.Key}", Validation(group.Key, [.. fits.Where(fit => fit.Validate.Count > 0)]));
        }
    }

    /// <summary>Mean and 95 % interval of the mean of the batches' losses in each tenth of an epoch, over all fits.</summary>
    internal static IReadOnlyList<(double Epoch, double Mean, double Low, double High)> Bins(IEnumerable<LossHistory> fits) =>
    [
        .. from step in fits.SelectMany(fit => fit.Steps)
           group step.Loss by (int)Math.Floor((step.Epoch / Width) + 1e-9) into bin
           orderby bin.Key
           let losses = bin.ToList()
           let spread = Spread.Of(losses)
           let half = spread is null ? 0 : Normal * spread.Sd / Math.Sqrt(losses.Count)
           let mean = losses.Average()
           select ((bin.Key + 0.5) * Width, mean, mean - half, mean + half),
    ];

    private static LinePlot Training(string group, int fits, IReadOnlyList<(double Epoch, double Mean, double Low, double High)> bins) => new()
    {
        Title = $"Training loss, {group}",
        XLabel = "epoch",
        YLabel = "loss",
        Series =
        [
            new PlotSeries(FormattableString.Invariant($"mean over {fits} fits and 0.1 epoch, with its 95 % interval"), [.. bins.Select(bin => (bin.Epoch, bin.Mean))], Palette.Of(0))
            {
                Band = [.. bins.Select(bin => (bin.Low, bin.High))],
            },
        ],
    };

    private static LinePlot Validation(string group, IReadOnlyList<LossHistory> fits)
    {
        var epochs = fits.Min(fit => fit.Validate.Count);
        var mean = Enumerable.Range(0, epochs).Select(epoch => (epoch + 1.0, fits.Average(fit => fit.Validate[epoch]))).ToArray();
        return new LinePlot
        {
            Title = $"Validation loss, {group}",
            XLabel = "epoch",
            YLabel = "loss",
            Series =
            [
                .. fits.Take(MostFits).Select((fit, at) => new PlotSeries(fit.Unit, [.. fit.Validate.Select((loss, epoch) => (epoch + 1.0, loss))], Palette.Of(at + 1), Dashed: true)),
                new PlotSeries($"mean of {fits.Count} fits", mean, Palette.Of(0)),
            ],
        };
    }
}
