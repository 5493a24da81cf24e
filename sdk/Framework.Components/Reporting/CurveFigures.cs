using Framework.Components.Evaluation;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting;

/// <summary>ROC and precision-recall curves, two plots a label: the run on each split, its controls on the last one.</summary>
internal static class CurveFigures
{
    public static IEnumerable<(string File, LinePlot Plot)> Of(IReadOnlyList<PredictionSet> sets)
    {
        foreach (var stage in sets.GroupBy(set => set.Stage))
        {
            var reported = stage.Any(set => set.Split == "test") ? "test" : "validate";
            var drawn = stage.Where(set => set.Control is null || set.Split == reported).OrderBy(set => set.Control is null ? 0 : 1).ThenBy(set => set.Split == reported ? 0 : 1).ToArray();
            var labels = drawn.Length == 0 ? [] : drawn[0].Predictions.Labels;
            for (var label = 0; label < labels.Count; label++)
            {
                var columns = drawn.Select(set => (Set: set, Column: set.Predictions.Column(label))).Where(pair => HasBothClasses(pair.Column.Targets)).ToArray();
                if (columns.Length == 0)
                    continue;
                yield return ($"roc.{stage.Key}.{labels[label]}", Roc(labels[label], columns));
                yield return ($"precision-recall.{stage.Key}.{labels[label]}", PrecisionRecall(labels[label], columns));
            }
        }
    }

    private static LinePlot Roc(string label, (PredictionSet Set, (double[] Targets, double[] Outputs) Column)[] columns)
    {
        var series = columns.Select((pair, i) =>
        {
            var curve = RocCurve.Of(pair.Column.Targets, pair.Column.Outputs);
            return Series(pair.Set, i, [.. curve.FalsePositiveRate.Zip(curve.TruePositiveRate)], $"AUROC {curve.Area:F3}");
        });
        return new LinePlot
        {
            Title = $"ROC, {label}", XLabel = "1 - specificity", YLabel = "sensitivity", UnitSquare = true,
            Series = [new PlotSeries("chance", [(0, 0), (1, 1)], Palette.Reference, Dashed: true), .. series],
        };
    }

    private static LinePlot PrecisionRecall(string label, (PredictionSet Set, (double[] Targets, double[] Outputs) Column)[] columns)
    {
        var prevalence = columns[0].Column.Targets.Average();
        var series = columns.Select((pair, i) =>
        {
            var curve = PrecisionRecallCurve.Of(pair.Column.Targets, pair.Column.Outputs);
            return Series(pair.Set, i, [.. curve.Recall.Zip(curve.Precision)], $"AP {curve.AveragePrecision:F3}") with { Step = true };
        });
        return new LinePlot
        {
            Title = $"Precision and recall, {label}", XLabel = "recall", YLabel = "precision", UnitSquare = true,
            Series = [new PlotSeries("chance (share of positives)", [(0, prevalence), (1, prevalence)], Palette.Reference, Dashed: true), .. series],
        };
    }

    private static PlotSeries Series(PredictionSet set, int position, (double, double)[] points, FormattableString figure)
    {
        var name = set.Control is null ? set.Split : $"{set.Control}, {set.Split}";
        return new PlotSeries($"{name}: {FormattableString.Invariant(figure)}", points, Palette.Of(position), Dashed: set.Control is not null);
    }

    private static bool HasBothClasses(double[] targets) => targets.Contains(0) && targets.Contains(1);
}
