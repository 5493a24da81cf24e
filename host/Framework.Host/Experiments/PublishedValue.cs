using System.ComponentModel.DataAnnotations;
using Framework.Host.Runs;

namespace Framework.Host.Experiments;

/// <summary>A score of a paper, shown beside ours.</summary>
internal sealed record PublishedValue
{
    /// <summary>What the loss that a stage was trained with is called here: it is no metric, since it depends on how it was trained.</summary>
    public const string ValidationLoss = "validation-loss";

    /// <summary>The metric's name, as in <c>metrics</c>; <c>validation-loss</c>; or one of its figures, such as <c>detection-recall-mean</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>What a row of the figure is, such as <c>series</c>; null for any.</summary>
    public string? At { get; init; }

    /// <summary>The label it is for; null where it is over all.</summary>
    public string? Label { get; init; }

    /// <summary>The stage it is of; null for every stage.</summary>
    public string? Stage { get; init; }

    /// <summary>The variant it is of, by its name; null for every one.</summary>
    public string? Variant { get; init; }

    /// <summary>The part it is of: validate, test, or the name of a prediction; null for any.</summary>
    public string? Split { get; init; }

    /// <summary>The control it is of, such as <c>subset-10</c>; null for the run itself.</summary>
    public string? Control { get; init; }

    /// <summary>The score; with a deviation, the mean over folds.</summary>
    public required double Value { get; init; }

    /// <summary>Standard deviation over folds, 0 or more; null where the score is no mean over folds.</summary>
    [Range(0.0, double.MaxValue)]
    public double? Deviation { get; init; }

    /// <summary>Where it stands: the paper, and the table or figure in it.</summary>
    public string? Source { get; init; }

    /// <summary>What differs.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is that figure of ours.</summary>
    public bool IsOf(MetricRow row) =>
        Metric == row.Name && Label == row.Label && (Stage ?? row.Stage) == row.Stage && (At ?? row.At) == row.At && (Variant ?? row.Variant) == row.Variant && (Split ?? row.Split) == row.Split;
}
