using Framework.Components.Evaluation;
using Framework.Components.Reporting.Figures;
using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>The ROC curve of each fold's model on the cases that it did not see, all in one plot a label.</summary>
internal static class FoldCurves
{
    // More curves than colours say nothing.
    private const int Most = 10;

    /// <summary>Plots of the stages whose reported part several folds predicted.</summary>
    public static IEnumerable<(string File, LinePlot Plot)> Of(IReadOnlyList<PredictionSet> sets)
    {
        foreach (var stage in sets.Where(set => set.Control is null).GroupBy(set => set.Stage))
        {
            var reported = stage.FirstOrDefault(set => set.Split == "test") ?? stage.First();
            var folds = reported.Rows.Rows.Select(row => row.Fold).Distinct().Order().ToList();
            if (folds.Count is < 2 or > Most)
                continue;
            for (var label = 0; label < reported.Rows.Labels.Count; label++)
            {
                var curves = folds.Select(fold => (Fold: fold, Curve: CurveOf(reported.Rows, label, fold))).Where(pair => pair.Curve is not null).Select(pair => (pair.Fold, Curve: pair.Curve!)).ToList();
                if (Spread.Of(curves.Select(pair => pair.Curve.Area)) is { } spread)
                    yield return ($"roc-folds.{stage.Key}.{reported.Rows.Labels[label]}", Plot(reported, label, curves, spread));
            }
        }
    }

    private static LinePlot Plot(PredictionSet set, int label, IReadOnlyList<(int Fold, RocCurve Curve)> curves, Spread spread) => new()
    {
        Title = $"Folds of {set.Stage}: ROC, {set.Rows.Labels[label]}",
        XLabel = "1 - specificity", YLabel = "sensitivity", UnitSquare = true,
        Series =
        [
            new PlotSeries("chance", [(0, 0), (1, 1)], Palette.Reference, Dashed: true),
            .. curves.Select((pair, at) => new PlotSeries(
                FormattableString.Invariant($"fold {pair.Fold + 1}: AUROC {pair.Curve.Area:F3}"), [.. pair.Curve.FalsePositiveRate.Zip(pair.Curve.TruePositiveRate)], Palette.Of(at))),
            // No line of its own: the legend has room for it, the title has not.
            new PlotSeries(FormattableString.Invariant($"{set.Split}, mean and SD: {spread.Mean:F3} ± {spread.Sd:F3}"), [], Palette.Reference),
        ],
    };

    private static RocCurve? CurveOf(Predictions rows, int label, int fold)
    {
        var own = Enumerable.Range(0, rows.Rows.Count).Where(row => rows.Rows[row].Fold == fold && !double.IsNaN(rows.Target(row, label))).ToList();
        double[] targets = [.. own.Select(row => rows.Target(row, label))];
        return targets.Contains(0) && targets.Contains(1) ? RocCurve.Of(targets, [.. own.Select(row => rows.Output(row, label))]) : null;
    }
}
