using Framework.Components.Evaluation;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting;

/// <summary>Reliability diagram and decision curve of each label, of the run on the split that is reported.</summary>
internal static class ProbabilityFigures
{
    private const int Bins = 10;

    public static IEnumerable<(string File, LinePlot Plot)> Of(IReadOnlyList<PredictionSet> sets)
    {
        foreach (var stage in sets.Where(set => set.Control is null).GroupBy(set => set.Stage))
        {
            var set = stage.FirstOrDefault(set => set.Split == "test") ?? stage.First();
            for (var label = 0; label < set.Predictions.Labels.Count; label++)
            {
                var (targets, outputs) = set.Predictions.Column(label);
                if (!targets.Contains(0) || !targets.Contains(1) || outputs.Any(output => output is < 0 or > 1))
                    continue;
                var name = set.Predictions.Labels[label];
                yield return ($"reliability.{stage.Key}.{name}", Reliability(name, set.Split, ReliabilityCurve.Of(targets, outputs, Bins)));
                yield return ($"decision-curve.{stage.Key}.{name}", Decision(name, set.Split, DecisionCurve.Of(targets, outputs), targets.Average()));
            }
        }
    }

    private static LinePlot Reliability(string label, string split, ReliabilityCurve curve) => new()
    {
        Title = $"Reliability, {label}", XLabel = "mean output", YLabel = "share of positives", UnitSquare = true,
        Series =
        [
            new PlotSeries("a probability", [(0, 0), (1, 1)], Palette.Reference, Dashed: true),
            new PlotSeries(FormattableString.Invariant($"{split}: ECE {curve.Error:F3}"), [.. curve.Bins.Select(bin => (bin.MeanOutput, bin.Share))], Palette.Of(0))
            {
                Spans = [.. curve.Bins.Select(bin => (bin.Interval.Low, bin.Interval.High))],
            },
        ],
    };

    private static LinePlot Decision(string label, string split, DecisionCurve curve, double prevalence)
    {
        // Acting on all falls without end; what lies far below 0 is of no use to anybody.
        (double, double)[] Points(IReadOnlyList<double> benefits) => [.. curve.Thresholds.Zip(benefits.Select(benefit => benefit < -0.5 * prevalence ? double.NaN : benefit))];
        return new LinePlot
        {
            Title = $"Decision curve, {label}", XLabel = "probability from which one acts", YLabel = "net benefit",
            Series =
            [
                new PlotSeries("act on none", [(curve.Thresholds[0], 0), (curve.Thresholds[^1], 0)], Palette.Reference, Dashed: true),
                new PlotSeries("act on all", Points(curve.All), Palette.Of(1), Dashed: true),
                new PlotSeries(split, Points(curve.Model), Palette.Of(0)),
            ],
        };
    }
}
