using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Figures;

/// <summary>One figure of a metric, ready to be computed for any resampled cohort.</summary>
/// <param name="Basis">What it is of.</param>
/// <param name="Own">The figure.</param>
internal sealed record Figure(FigureBasis Basis, WeightedFigure Own)
{
    /// <summary>What stands for it in an average; null for the figure itself.</summary>
    public WeightedFigure? InAverage { get; init; }

    /// <summary>Its weight in a weighted average: its positives.</summary>
    public WeightedFigure? Support { get; init; }

    /// <summary>Its interval of a given level by formula; null where the metric has none.</summary>
    public Func<double, Interval?>? Interval { get; init; }
}
