using Framework.Components.Reporting.Figures;

namespace Framework.Components.Controls;

/// <summary>A figure against the number of training cases of a class, beside the one of all training cases.</summary>
public static class LearningCurvePlot
{
    /// <summary>Draws it.</summary>
    /// <param name="stage">The stage, for the title.</param>
    /// <param name="figure">What the figure is.</param>
    /// <param name="points">Size and figure of each subset, ordered by size; at least one.</param>
    /// <param name="all">The figure with all training cases.</param>
    public static LinePlot Of(string stage, string figure, IReadOnlyList<(double Size, double Figure)> points, double all) => new()
    {
        Title = $"Learning curve, {stage}",
        XLabel = "training cases of a class",
        YLabel = figure,
        Series =
        [
            new PlotSeries("subsets", points, Palette.Of(0)),
            new PlotSeries("all training cases", [(points[0].Size, all), (points[^1].Size, all)], Palette.Of(1)) { Dashed = true },
        ],
    };
}
