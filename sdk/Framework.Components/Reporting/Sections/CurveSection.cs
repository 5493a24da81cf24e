using Framework.Components.Reporting.Blocks;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting.Sections;

/// <summary>ROC, precision and recall, reliability and decision curves of each label.</summary>
internal static class CurveSection
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        yield return new ReportSection(ReportPlace.Curves, "Discrimination", [.. Blocks(CurveFigures.Of(input.Predictions)), .. Blocks(FoldCurves.Of(input.Predictions))]);
        yield return new ReportSection(ReportPlace.Curves, "Calibration and use",
        [
            .. Blocks(ProbabilityFigures.Of(input.Predictions)) is { Count: > 0 } figures
                ? [new TextBlock("Reliability: the share of positives among cases with about the same output, with 95 % intervals (Wilson); on the diagonal an output is a probability. "
                    + "Decision curve: true positives a case, less the false positives that one accepts for them at that probability; a model is of use where it lies above acting on all and on none."), .. figures]
                : Array.Empty<ReportBlock>(),
        ]);
    }

    /// <summary>Plots as blocks.</summary>
    public static IReadOnlyList<ReportBlock> Blocks(IEnumerable<(string File, LinePlot Plot)> plots) =>
        [.. plots.Select(plot => new FigureBlock(plot.File, plot.Plot.ToSvg()))];
}
