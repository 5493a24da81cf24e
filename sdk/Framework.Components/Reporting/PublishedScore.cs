namespace Framework.Components.Reporting;

/// <summary>A figure that a publication reports.</summary>
/// <param name="Metric">Name of the metric here: <c>auroc</c>.</param>
/// <param name="Label">The label; null for a figure over all.</param>
/// <param name="Value">The figure.</param>
/// <param name="Note">What differs.</param>
/// <param name="Source">The paper, and the table or figure in it; empty where it is not said.</param>
public sealed record PublishedScore(string Metric, string? Label, double Value, string Note, string Source = "")
{
    /// <summary>The stage it is of; null for every stage.</summary>
    public string? Stage { get; init; }

    /// <summary>The variant it is of; null for every one.</summary>
    public string? Variant { get; init; }

    /// <summary>The part it is of: <c>validate</c>, <c>test</c>...; null for any.</summary>
    public string? Split { get; init; }

    /// <summary>What a row of the figure is: <c>case</c>, <c>series</c>...; null for any.</summary>
    public string? At { get; init; }

    /// <summary>The control it is of; null for the run itself.</summary>
    public string? Control { get; init; }

    /// <summary>Standard deviation over folds, of which the figure is the mean then; null otherwise.</summary>
    public double? Deviation { get; init; }

    /// <summary>Whether it is the same figure.</summary>
    internal bool IsOf(Score score) =>
        Metric == score.Metric.Name && Label == score.Metric.Label && Control == score.Control && (At ?? score.Metric.At) == score.Metric.At && (Split ?? score.Split) == score.Split
        && (Stage is null || score.Stage == Stage || score.Stage.StartsWith(Stage + "@", StringComparison.Ordinal))
        && (Variant is null || score.Stage.EndsWith("@" + Variant, StringComparison.Ordinal));

    /// <summary>Our figure to stand beside it: the mean over folds where it is one itself and there are folds.</summary>
    internal double Ours(Score score) => Deviation is not null && score.Folds is { } folds ? folds.Mean : score.Metric.Value;

    /// <summary>The figure as it is shown.</summary>
    internal string Text => Deviation is { } deviation ? FigureText.Spread(Value, deviation) : FigureText.Number(Value);
}
