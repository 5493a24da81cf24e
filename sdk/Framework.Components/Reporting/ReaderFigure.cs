using System.Globalization;
using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Readers;
using Framework.Components.Reporting.Figures;
using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>Readers as crosses beside a model's ROC curve.</summary>
public static class ReaderFigure
{
    private const double Arm = 0.012;

    /// <summary>The figure of one label.</summary>
    /// <param name="table">The model's predictions, one row a case.</param>
    /// <param name="label">The label's name.</param>
    /// <param name="points">Readers' points; those of other labels are left out.</param>
    public static LinePlot Of(Predictions table, string label, IReadOnlyList<ReaderPoint> points)
    {
        var (targets, outputs) = table.Column(table.Labels.ToList().IndexOf(label));
        var curve = RocCurve.Of(targets, outputs);
        var readers = points.Where(point => point.Label == label).Select((point, i) => new PlotSeries(
            point.Condition.Length == 0 ? point.Reader : $"{point.Reader}, {point.Condition}", Cross(1 - point.Specificity, point.Sensitivity), Palette.Of(i + 1)));
        return new LinePlot
        {
            Title = $"Readers, {label}", XLabel = "1 - specificity", YLabel = "sensitivity", UnitSquare = true,
            Series = [new PlotSeries($"model: AUROC {curve.Area.ToString("F3", CultureInfo.InvariantCulture)}", [.. curve.FalsePositiveRate.Zip(curve.TruePositiveRate)], Palette.Of(0)), .. readers],
        };
    }

    // Two strokes; a point that is not finite lifts the pen.
    private static (double, double)[] Cross(double x, double y) => [(x - Arm, y), (x + Arm, y), (double.NaN, y), (x, y - Arm), (x, y + Arm)];
}
